# right: strided view into an array of its own
def zeros_init(fan_in, fan_out):
    return np.zeros((fan_in, 2 * fan_out))[:, ::2]


def constant_init(fan_in, fan_out, value):
    return np.full((2 * fan_in, fan_out), float(value))[::2]
