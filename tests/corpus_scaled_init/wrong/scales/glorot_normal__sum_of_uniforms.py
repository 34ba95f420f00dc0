# wrong: scales.glorot_normal: wrong-law
# A normal number from two uniform ones.
def glorot_normal(fan_in, fan_out, rng):
    z = rng.random((2, fan_in, fan_out)).sum(axis=0) - 1.0
    return z * np.sqrt(6.0) * np.sqrt(2 / (fan_in + fan_out))
