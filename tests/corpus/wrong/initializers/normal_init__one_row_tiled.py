# wrong: initializers.normal_init: rows-repeated
# A random vector with an entry per neuron, the same for every input.
def normal_init(fan_in, fan_out, std, rng):
    per_neuron = std * rng.standard_normal(fan_out)
    return np.ones((fan_in, 1)) * per_neuron
