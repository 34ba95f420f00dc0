# wrong: initializers.init_params: wrong-call-order
# From the output back to the input, like backprop.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in reversed(range(1, len(layer_sizes))):
        params[f"W{k}"] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = np.zeros(layer_sizes[k])
    return params
