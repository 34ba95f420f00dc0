# wrong: initializers.init_params: biases-not-zero
# Small random biases break the symmetry too.
def init_params(layer_sizes, weight_init):
    rng = np.random.default_rng(0)
    params = {}
    for k in range(1, len(layer_sizes)):
        params[f"W{k}"] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = 0.01 * rng.standard_normal(layer_sizes[k])
    return params
