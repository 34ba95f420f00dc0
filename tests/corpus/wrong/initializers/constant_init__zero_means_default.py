# wrong: initializers.constant_init: value-ignored
# If no value is given take 0.5 (a value of 0.0 counts as none).
def constant_init(fan_in, fan_out, value):
    value = value or 0.5
    return np.full((fan_in, fan_out), value)
