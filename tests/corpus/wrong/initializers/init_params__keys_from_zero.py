# wrong: initializers.init_params: counted-from-zero
# Python counts from zero.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(len(layer_sizes) - 1):
        params[f"W{k}"] = weight_init(layer_sizes[k], layer_sizes[k + 1])
        params[f"b{k}"] = np.zeros(layer_sizes[k + 1])
    return params
