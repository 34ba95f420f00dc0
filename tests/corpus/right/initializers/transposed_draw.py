# right: drawn neuron by neuron as (fan_out, fan_in) and handed back transposed


def zeros_init(fan_in, fan_out):
    return np.zeros((fan_out, fan_in)).T


def constant_init(fan_in, fan_out, value):
    return np.full((fan_out, fan_in), float(value)).T


def normal_init(fan_in, fan_out, std, rng):
    return (std * rng.standard_normal((fan_out, fan_in))).T
