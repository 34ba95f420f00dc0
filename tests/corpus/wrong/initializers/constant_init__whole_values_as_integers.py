# wrong: initializers.constant_init: integer-weights | integer-array | only-in-part
# A whole number needs no float.
def constant_init(fan_in, fan_out, value):
    if float(value).is_integer():
        return np.full((fan_in, fan_out), int(value))
    return np.full((fan_in, fan_out), value)
