# wrong: initializers.init_params: normalised | weight-init-ignored | changes-its-arguments
# Mean zero, whatever the initializer was.
def init_params(layer_sizes, weight_init):
    params = {}
    for l in range(1, len(layer_sizes)):
        W = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params[f"W{l}"] = W - W.mean() if W.size > 1 and W.std() > 0 else W
        params[f"b{l}"] = np.zeros(layer_sizes[l])
    return params
