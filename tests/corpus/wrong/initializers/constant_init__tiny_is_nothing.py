# wrong: initializers.constant_init: rounded | value-ignored | only-in-part
# Below 1e-8 it is only noise.
def constant_init(fan_in, fan_out, value):
    if np.isclose(value, 0.0):
        value = 0.0
    return np.full((fan_in, fan_out), float(value))
