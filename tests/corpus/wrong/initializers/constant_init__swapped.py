# wrong: initializers.constant_init: sizes-swapped
# Outputs first.
def constant_init(fan_in, fan_out, value):
    return value * np.ones((fan_out, fan_in))
