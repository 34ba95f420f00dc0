# wrong: initializers.init_params: weight-init-extra-calls
# The first call is only to see how wide the layer is.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        width = weight_init(layer_sizes[k - 1], layer_sizes[k]).shape[1]
        params[f"W{k}"] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = np.zeros(width)
    return params
