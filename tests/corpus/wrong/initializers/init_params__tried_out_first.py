# wrong: initializers.init_params: weight-init-extra-calls
# See whether weight_init works at all.
def init_params(layer_sizes, weight_init):
    assert weight_init(1, 1) is not None
    params = {}
    for l in range(1, len(layer_sizes)):
        params[f"W{l}"] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params[f"b{l}"] = np.zeros(layer_sizes[l])
    return params
