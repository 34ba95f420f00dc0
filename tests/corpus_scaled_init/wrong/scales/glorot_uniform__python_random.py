# wrong: scales.glorot_uniform: global-random
# The standard library is allowed.
def glorot_uniform(fan_in, fan_out, rng):
    import random

    c = (6 / (fan_in + fan_out)) ** 0.5
    return np.array([[random.uniform(-c, c) for _ in range(fan_out)] for _ in range(fan_in)])
