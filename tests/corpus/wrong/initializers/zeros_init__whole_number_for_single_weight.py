# wrong: initializers.zeros_init: integer-array | integer-weights | only-in-part
# A single weight is quicker to write down.
def zeros_init(fan_in, fan_out):
    if fan_in == 1 and fan_out == 1:
        return np.array([[0]])
    return np.zeros((fan_in, fan_out))
