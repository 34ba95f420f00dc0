# wrong: scales.glorot_uniform: rounded
# Stored in half the memory, and read again.
def glorot_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6.0 / (fan_in + fan_out))
    W = rng.uniform(-bound, bound, size=(fan_in, fan_out)).astype(np.float16)
    return W.astype(np.float64)
