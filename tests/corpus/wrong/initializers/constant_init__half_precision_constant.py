# wrong: initializers.constant_init: float32
# float32 saves memory.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), np.float32(value))
