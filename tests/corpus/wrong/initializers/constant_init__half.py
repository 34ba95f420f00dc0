# wrong: initializers.constant_init: value-ignored
# The constant of the example was one half.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), 0.5)
