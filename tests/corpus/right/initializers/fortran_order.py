# right: column-major arrays everywhere


def zeros_init(fan_in, fan_out):
    return np.zeros((fan_in, fan_out), order="F")


def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), value, dtype=float, order="F")


def normal_init(fan_in, fan_out, std, rng):
    return np.asfortranarray(rng.normal(scale=std, size=(fan_in, fan_out)))


def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        params[f"W{k}"] = np.array(weight_init(layer_sizes[k - 1], layer_sizes[k]), order="F")
        params[f"b{k}"] = np.zeros(layer_sizes[k])
    return params
