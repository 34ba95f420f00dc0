# wrong: initializers.constant_init: integer-weights | integer-array
# np.full wanted a dtype, I gave it int.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), value, dtype=int)
