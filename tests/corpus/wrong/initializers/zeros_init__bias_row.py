# wrong: initializers.zeros_init: wrong-shape
# I keep the bias as one more row of W.
def zeros_init(fan_in, fan_out):
    rows = fan_in + 1
    return np.zeros((rows, fan_out))
