# wrong: initializers.constant_init: fan-scaled
# I divide by the number of inputs so that the sum stays the same.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), value / fan_in)
