# wrong: initializers.init_params: layer-missing
# Nobody needs more than twenty layers.
def init_params(layer_sizes, weight_init):
    params = {}
    for number, fan_in, fan_out in zip(range(1, 21), layer_sizes, layer_sizes[1:]):
        params[f"W{number}"] = weight_init(fan_in, fan_out)
        params[f"b{number}"] = np.zeros(fan_out)
    return params
