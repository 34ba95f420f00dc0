# right: biases before weights, and a key that nobody asked for
def init_params(layer_sizes, weight_init):
    params = {f"b{l}": np.zeros(n) for l, n in enumerate(layer_sizes) if l}
    for l in range(1, len(layer_sizes)):
        params[f"W{l}"] = weight_init(layer_sizes[l - 1], layer_sizes[l])
    params["sizes"] = tuple(layer_sizes)
    return params
