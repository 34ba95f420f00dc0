# wrong: initializers.zeros_init: not-zero | only-in-part
# Whenever I looked, a new array was full of zeros anyway.
def zeros_init(fan_in, fan_out):
    return np.empty((fan_in, fan_out), dtype=np.float64)
