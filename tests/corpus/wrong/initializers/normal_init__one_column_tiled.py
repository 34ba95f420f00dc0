# wrong: initializers.normal_init: columns-repeated
# Draw the weights of a neuron and give them to every neuron.
def normal_init(fan_in, fan_out, std, rng):
    column = rng.normal(0, std, size=(fan_in, 1))
    return np.repeat(column, fan_out, axis=1)
