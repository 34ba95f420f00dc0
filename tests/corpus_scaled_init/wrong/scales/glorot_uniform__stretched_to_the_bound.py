# wrong: scales.glorot_uniform: normalised
# The largest weight has to be the bound.
def glorot_uniform(fan_in, fan_out, rng):
    W = rng.uniform(-1, 1, (fan_in, fan_out))
    return W / np.abs(W).max() * np.sqrt(6 / (fan_in + fan_out))
