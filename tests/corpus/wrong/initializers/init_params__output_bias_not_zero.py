# wrong: initializers.init_params: biases-not-zero
# Only the hidden biases have to be zero.
def init_params(layer_sizes, weight_init):
    params = {}
    for l in range(1, len(layer_sizes)):
        params[f"W{l}"] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params[f"b{l}"] = np.zeros(layer_sizes[l])
    params[f"b{l}"] += 1e-3
    return params
