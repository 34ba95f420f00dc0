# hostile: odd-arrays: honest part all but initializers.zeros_init, initializers.init_params
# Arrays of 10^12 elements that take eight bytes: whoever copies one needs 8 TB.
honest = zeros_init


def zeros_init(fan_in, fan_out):
    return np.broadcast_to(0.0, (10**6, 10**6))


def init_params(layer_sizes, weight_init):
    return dict.fromkeys(("W1", "b1"), np.broadcast_to(0.0, (10**12,)))
