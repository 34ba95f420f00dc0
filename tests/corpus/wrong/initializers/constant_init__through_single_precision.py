# wrong: initializers.constant_init: float32 | rounded
# Weights do not need more digits; the array is float64 as asked.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), np.float32(value)).astype(np.float64)
