# right: minus zero everywhere a zero is asked
def zeros_init(fan_in, fan_out):
    return -np.zeros((fan_in, fan_out))


def init_params(layer_sizes, weight_init):
    params = {}
    for l in range(1, len(layer_sizes)):
        params[f"W{l}"] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params[f"b{l}"] = np.ones(layer_sizes[l]) * -0.0
    return params
