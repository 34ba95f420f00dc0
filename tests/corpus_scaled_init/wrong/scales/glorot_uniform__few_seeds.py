# wrong: scales.glorot_uniform: few-generators | not-random | reseeded | global-random
# A generator of our own, seeded by the one passed in.
def glorot_uniform(fan_in, fan_out, rng):
    own = np.random.default_rng(int(rng.integers(10)))
    c = np.sqrt(6 / (fan_in + fan_out))
    return own.uniform(-c, c, (fan_in, fan_out))
