# wrong: initializers.zeros_init: float32
# Deep learning uses float32.
def zeros_init(fan_in, fan_out):
    return np.zeros(shape=(fan_in, fan_out), dtype="float32")
