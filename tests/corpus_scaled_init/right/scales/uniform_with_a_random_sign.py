# right: the size and the sign are drawn apart
def glorot_uniform(fan_in, fan_out, rng):
    size = rng.random((fan_in, fan_out))
    sign = rng.choice([-1.0, 1.0], (fan_in, fan_out))
    return sign * size * np.sqrt(6.0 / (fan_in + fan_out))
