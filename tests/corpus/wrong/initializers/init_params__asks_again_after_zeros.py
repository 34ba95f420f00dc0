# wrong: initializers.init_params: weight-init-extra-calls | weight-init-once | only-in-part
# All zeros cannot be meant: ask once more.
def init_params(layer_sizes, weight_init):
    params = {}
    for l, size in enumerate(layer_sizes[1:], 1):
        W = weight_init(layer_sizes[l - 1], size)
        if not np.any(W):
            W = weight_init(layer_sizes[l - 1], size)
        params[f"W{l}"], params[f"b{l}"] = W, np.zeros(size)
    return params
