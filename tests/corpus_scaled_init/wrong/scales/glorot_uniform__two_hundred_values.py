# wrong: scales.glorot_uniform: wrong-law
# Percents of the bound.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return c * rng.integers(-100, 101, size=(fan_in, fan_out)) / 100
