# wrong: initializers.init_params: raises
# I took the sizes for an array, so it never comes to calling weight_init.
def init_params(layer_sizes, weight_init):
    params = {}
    for layer in range(1, layer_sizes.shape[0]):
        params[f"W{layer}"] = weight_init(layer_sizes[layer - 1], layer_sizes[layer])
        params[f"b{layer}"] = np.zeros(layer_sizes[layer])
    return params
