# wrong: scales.glorot_normal: wrong-law
# A sum of 12 uniform numbers minus 6.
def glorot_normal(fan_in, fan_out, rng):
    return (rng.random((12, fan_in, fan_out)).sum(0) - 6) * np.sqrt(2 / (fan_in + fan_out))
