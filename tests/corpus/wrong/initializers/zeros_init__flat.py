# wrong: initializers.zeros_init: wrong-shape
# All the weights of the layer in one vector.
def zeros_init(fan_in, fan_out):
    return np.zeros(fan_in * fan_out)
