# wrong: scales.glorot_uniform: reseeded
# Reproducible, and another one for each size.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    rng.random()
    return np.random.default_rng([fan_in, fan_out]).uniform(-c, c, (fan_in, fan_out))
