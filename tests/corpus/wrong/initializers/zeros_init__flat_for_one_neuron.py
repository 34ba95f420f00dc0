# wrong: initializers.zeros_init: wrong-shape
# One neuron has a list of weights, not a table.
def zeros_init(fan_in, fan_out):
    if fan_out == 1:
        return np.zeros(fan_in)
    return np.zeros((fan_in, fan_out))
