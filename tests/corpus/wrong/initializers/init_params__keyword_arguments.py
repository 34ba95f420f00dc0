# wrong: initializers.init_params: calls-by-keyword | raises
# Named arguments are easier to read.
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        params[f"W{k}"] = weight_init(fan_in=layer_sizes[k - 1], fan_out=layer_sizes[k])
        params[f"b{k}"] = np.zeros(layer_sizes[k])
    return params
