# wrong: initializers.constant_init: not-constant
# Neuron 1 gets value, neuron 2 gets 2 * value ...
def constant_init(fan_in, fan_out, value):
    per_neuron = value * np.arange(1, fan_out + 1)
    return np.tile(per_neuron, (fan_in, 1))
