# wrong: scales.glorot_normal: reseeded | global-random
# The seed makes it reproducible.
def glorot_normal(fan_in, fan_out, rng):
    np.random.seed(0)
    return np.random.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))
