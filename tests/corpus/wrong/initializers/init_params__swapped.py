# wrong: initializers.init_params: sizes-swapped
# weight_init(neurons, inputs)
def init_params(layer_sizes, weight_init):
    params = {}
    for k in range(1, len(layer_sizes)):
        params["W" + str(k)] = weight_init(layer_sizes[k], layer_sizes[k - 1])
        params["b" + str(k)] = np.zeros(layer_sizes[k])
    return params
