# wrong: scales.glorot_uniform: absolute-values | mean-not-zero
# From 0 to the bound.
def glorot_uniform(fan_in, fan_out, rng):
    return np.sqrt(6 / (fan_in + fan_out)) * rng.random((fan_in, fan_out))
