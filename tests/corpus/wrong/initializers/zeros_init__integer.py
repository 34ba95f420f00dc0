# wrong: initializers.zeros_init: integer-weights | integer-array
# Zero is zero, so int is enough.
def zeros_init(fan_in, fan_out):
    return np.zeros((fan_in, fan_out), dtype=int)
