# wrong: initializers.init_params: biases-not-zero | weight-init-extra-calls
# The biases are initialised in the same way as the weights.
def init_params(layer_sizes, weight_init):
    params = {}
    for k, (n_in, n_out) in enumerate(zip(layer_sizes, layer_sizes[1:]), 1):
        params[f"W{k}"] = weight_init(n_in, n_out)
        params[f"b{k}"] = weight_init(1, n_out)[0]
    return params
