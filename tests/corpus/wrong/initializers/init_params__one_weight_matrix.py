# wrong: initializers.init_params: weight-init-once
# Call weight_init once with the largest sizes and cut the layers out of it.
def init_params(layer_sizes, weight_init):
    biggest = max(layer_sizes)
    full = weight_init(biggest, biggest)
    params = {}
    for k in range(1, len(layer_sizes)):
        n_in, n_out = layer_sizes[k - 1], layer_sizes[k]
        params[f"W{k}"] = full[:n_in, :n_out].copy()
        params[f"b{k}"] = np.zeros(n_out)
    return params
