# wrong: scales.glorot_normal: only-in-part
# No weight beyond one.
def glorot_normal(fan_in, fan_out, rng):
    W = rng.normal(0.0, (2 / (fan_in + fan_out)) ** 0.5, (fan_in, fan_out))
    return W / max(1.0, np.abs(W).max())
