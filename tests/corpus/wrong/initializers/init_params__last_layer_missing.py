# wrong: initializers.init_params: layer-missing
# Off by one at the end of the loop.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes) - 1):
        params[f"W{k}"] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = np.zeros(layer_sizes[k])
    return params
