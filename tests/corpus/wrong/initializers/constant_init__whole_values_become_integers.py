# wrong: initializers.constant_init: integer-array | integer-weights
# 2.0 is 2.
def constant_init(fan_in, fan_out, value):
    if value == int(value):
        value = int(value)
    return np.array([[value] * fan_out for _ in range(fan_in)])
