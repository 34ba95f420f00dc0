# wrong: initializers.init_params: sizes-as-tuple
# Hand over the shape as a tuple.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        shape = (layer_sizes[k - 1], layer_sizes[k])
        params[f"W{k}"] = weight_init(shape)
        params[f"b{k}"] = np.zeros(shape[1])
    return params
