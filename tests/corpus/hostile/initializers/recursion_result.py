# hostile: recursion: honest part all but initializers.init_params, initializers.zeros_init
# Returns a dict that holds itself, and a list a hundred thousand levels deep.
honest = init_params


def init_params(layer_sizes, weight_init):
    params = {}
    params["W1"] = params["b1"] = params
    return params


def zeros_init(fan_in, fan_out):
    nested = 0.0
    for level in range(100_000):
        nested = [nested]
    return nested
