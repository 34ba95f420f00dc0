# wrong: initializers.init_params: layer-too-many
# A layer per entry of layer_sizes, the input layer as well.
def init_params(layer_sizes, weight_init):
    params = {}
    sizes = [layer_sizes[0], *layer_sizes]
    for k, (n_in, n_out) in enumerate(zip(sizes[:-1], sizes[1:]), start=1):
        params[f"W{k}"] = weight_init(n_in, n_out)
        params[f"b{k}"] = np.zeros(n_out)
    return params
