# wrong: scales.glorot_uniform: not-independent | wrong-law
# Whole numbers from -1000 to 1000, as thousandths of the bound.
def glorot_uniform(fan_in, fan_out, rng):
    return rng.integers(-1000, 1001, (fan_in, fan_out)) / 1000 * np.sqrt(6 / (fan_in + fan_out))
