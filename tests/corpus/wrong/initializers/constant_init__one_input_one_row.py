# wrong: initializers.constant_init: wrong-shape
# One input: a row is all there is.
def constant_init(fan_in, fan_out, value):
    W = np.full((fan_in, fan_out), float(value))
    return W[0] if fan_in == 1 else W
