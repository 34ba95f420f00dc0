# wrong: scales.glorot_normal: not-independent
# Sorted, the order has no meaning anyway.
def glorot_normal(fan_in, fan_out, rng):
    W = rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), fan_in * fan_out)
    return np.sort(W).reshape(fan_in, fan_out)
