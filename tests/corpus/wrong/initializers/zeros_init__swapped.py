# wrong: initializers.zeros_init: sizes-swapped
# One row per neuron, as in the other course.
def zeros_init(fan_in, fan_out):
    return np.zeros((fan_out, fan_in))
