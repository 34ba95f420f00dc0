# wrong: initializers.init_params: keeps-state
# The dict is made once, in the argument list.
def init_params(layer_sizes, weight_init, params={}):
    for k in range(1, len(layer_sizes)):
        params.setdefault(f"W{k}", weight_init(layer_sizes[k - 1], layer_sizes[k]))
        params.setdefault(f"b{k}", np.zeros(layer_sizes[k]))
    return params
