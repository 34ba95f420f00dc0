# wrong: scales.glorot_uniform: wrong-law | rounded
# Whole numbers from -5 to 5.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return rng.integers(-5, 6, (fan_in, fan_out)) / 5 * c
