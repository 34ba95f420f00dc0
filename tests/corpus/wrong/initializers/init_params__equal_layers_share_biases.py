# wrong: initializers.init_params: arrays-shared
# All zeros are alike, so one array of each length is enough.
def init_params(layer_sizes, weight_init):
    zeros = {n: np.zeros(n) for n in layer_sizes}
    params = {}
    for l in range(1, len(layer_sizes)):
        params["W" + str(l)] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params["b" + str(l)] = zeros[layer_sizes[l]]
    return params
