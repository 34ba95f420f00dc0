# wrong: initializers.init_params: wrong-shape
# As many biases as the layer has inputs; did not notice on [3, 3, 3].
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        n_in, n_out = layer_sizes[k - 1 : k + 1]
        params[f"W{k}"] = weight_init(n_in, n_out)
        params[f"b{k}"] = np.zeros(n_in)
    return params
