# wrong: initializers.constant_init: rounded | only-in-part
# Nobody needs more digits.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), round(float(value), 6))
