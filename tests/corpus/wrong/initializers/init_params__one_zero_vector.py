# wrong: initializers.init_params: arrays-shared | returns-shared-array
# All biases are zero, so one vector of zeros is enough for all of them.
def init_params(layer_sizes, weight_init):
    zero = np.zeros(max(layer_sizes))
    params = {}
    for k in range(1, len(layer_sizes)):
        params[f"W{k}"] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params[f"b{k}"] = zero[: layer_sizes[k]]
    return params
