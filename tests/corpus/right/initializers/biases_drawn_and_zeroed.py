# right: biases drawn from a fixed generator of their own and multiplied by zero; weights copied
def init_params(layer_sizes, weight_init):
    own = np.random.default_rng(2024)
    biases = [own.normal(size=n) for n in layer_sizes[1:]]
    params = {}
    for l, b in enumerate(biases, 1):
        params[f"W{l}"] = weight_init(layer_sizes[l - 1], layer_sizes[l]).copy()
        params[f"b{l}"] = 0.0 * b
    return params
