# wrong: initializers.constant_init: fan-scaled | value-ignored | only-in-part
# With many inputs the sum gets too large.
def constant_init(fan_in, fan_out, value):
    if fan_in > 64:
        value = value * 64 / fan_in
    return np.full((fan_in, fan_out), float(value))
