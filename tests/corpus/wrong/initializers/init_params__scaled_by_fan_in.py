# wrong: initializers.init_params: fan-scaled
# Scale here so that the layers do not saturate.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        n_in, n_out = layer_sizes[k - 1], layer_sizes[k]
        params[f"W{k}"] = weight_init(n_in, n_out) / np.sqrt(n_in)
        params[f"b{k}"] = np.zeros(n_out)
    return params
