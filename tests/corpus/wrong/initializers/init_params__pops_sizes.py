# wrong: initializers.init_params: changes-its-arguments
# Take the sizes off the list one after the other.
def init_params(layer_sizes, weight_init):
    params, k = {}, 1
    n_in = layer_sizes.pop(0)
    while layer_sizes:
        n_out = layer_sizes.pop(0)
        params[f"W{k}"], params[f"b{k}"] = weight_init(n_in, n_out), np.zeros(n_out)
        n_in, k = n_out, k + 1
    return params
