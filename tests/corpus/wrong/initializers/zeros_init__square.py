# wrong: initializers.zeros_init: wrong-shape
# Copy and paste: fan_in twice. Works for square layers.
def zeros_init(fan_in, fan_out):
    return np.zeros((fan_in, fan_in))
