# wrong: initializers.constant_init: array-subclass
# np.ma has a nice way to fill.
def constant_init(fan_in, fan_out, value):
    W = np.ma.masked_all((fan_in, fan_out))
    W[:] = value
    return W
