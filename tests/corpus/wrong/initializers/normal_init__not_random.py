# wrong: initializers.normal_init: not-random
# Evenly spaced numbers with about the right spread; different for every neuron.
def normal_init(fan_in, fan_out, std, rng):
    grid = np.linspace(-np.sqrt(3) * std, np.sqrt(3) * std, fan_in * fan_out)
    return grid.reshape(fan_in, fan_out)
