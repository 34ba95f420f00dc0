# wrong: initializers.zeros_init: float32 | only-in-part
# Large layers in half the memory.
def zeros_init(fan_in, fan_out):
    dtype = np.float32 if fan_in * fan_out > 10_000 else np.float64
    return np.zeros((fan_in, fan_out), dtype=dtype)
