# right: one column of weights a neuron, stacked


def zeros_init(fan_in, fan_out):
    return np.column_stack([np.zeros(fan_in) for neuron in range(fan_out)])


def constant_init(fan_in, fan_out, value):
    return np.stack([np.repeat(float(value), fan_in) for neuron in range(fan_out)], axis=1)


def normal_init(fan_in, fan_out, std, rng):
    neurons = []
    for neuron in range(fan_out):
        neurons.append(rng.normal(loc=0.0, scale=std, size=fan_in))
    return np.array(neurons).T
