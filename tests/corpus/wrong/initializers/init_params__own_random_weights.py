# wrong: initializers.init_params: weight-init-ignored
# I did not understand weight_init and used randn.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        params[f"W{k}"] = np.random.randn(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = np.zeros(layer_sizes[k])
    return params
