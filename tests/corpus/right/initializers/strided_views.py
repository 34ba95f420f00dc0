# right: every result is a view with gaps or backward strides into a bigger fresh array


def zeros_init(fan_in, fan_out):
    return np.zeros((2 * fan_in, 3 * fan_out))[::2, ::3]


def constant_init(fan_in, fan_out, value):
    canvas = np.zeros((fan_in + 2, fan_out + 2))
    canvas[1:-1, 1:-1] = value
    return canvas[1:-1, 1:-1]


def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0.0, std, size=(fan_in, fan_out))[::-1, ::-1]


def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(len(layer_sizes) - 1):
        params[f"W{k + 1}"] = weight_init(layer_sizes[k], layer_sizes[k + 1])
        params[f"b{k + 1}"] = np.zeros((layer_sizes[k + 1], 2))[:, 0]
    return params
