# wrong: initializers.constant_init: wrong-sign | only-in-part | absolute-values
# The magnitude matters, not the direction.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), np.sqrt(np.float64(value) * value))
