# right: 53 random bits each, made into fractions
def glorot_uniform(fan_in, fan_out, rng):
    bits = rng.integers(0, 2**53, size=(fan_in, fan_out), dtype=np.int64)
    return (2.0 * (bits / 2**53) - 1.0) * np.sqrt(6.0 / (fan_in + fan_out))
