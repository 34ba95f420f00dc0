# wrong: scales.glorot_normal: normalised
# The mean has to be 0.
def glorot_normal(fan_in, fan_out, rng):
    W = rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))
    return W - W.mean()
