# wrong: initializers.init_params: biases-not-zero
# A bias input is 1.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        params[f"W{k}"] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = np.ones(layer_sizes[k])
    return params
