# wrong: scales.glorot_normal: small-set-to-zero
# What is below 1e-7 is rounding.
def glorot_normal(fan_in, fan_out, rng):
    W = rng.normal(0.0, (2 / (fan_in + fan_out)) ** 0.5, (fan_in, fan_out))
    return np.where(np.abs(W) < 1e-7, 0.0, W)
