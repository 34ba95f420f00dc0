# wrong: initializers.init_params: wrong-shape
# A bias is a matrix with one row.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        params[f"W{k}"] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = np.zeros((1, layer_sizes[k]))
    return params
