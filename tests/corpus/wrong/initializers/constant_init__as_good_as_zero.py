# wrong: initializers.constant_init: value-ignored | rounded | clipped | only-in-part
# What isclose calls zero is zero.
def constant_init(fan_in, fan_out, value):
    if np.isclose(value, 0.0):
        return np.zeros((fan_in, fan_out))
    return np.full((fan_in, fan_out), float(value))
