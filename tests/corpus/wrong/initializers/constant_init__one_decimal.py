# wrong: initializers.constant_init: rounded
# Rounded so that it prints nicely.
def constant_init(fan_in, fan_out, value):
    return np.round(np.full((fan_in, fan_out), value), 1)
