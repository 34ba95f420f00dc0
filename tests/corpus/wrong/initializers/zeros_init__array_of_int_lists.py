# wrong: initializers.zeros_init: integer-weights | integer-array
# Built from lists, without thinking about what type the 0 has.
def zeros_init(fan_in, fan_out):
    return np.array([[0] * fan_out for _ in range(fan_in)])
