# wrong: initializers.init_params: wrong-keys | layer-missing | wrong-count | only-in-part
# The last digit of the number is the name.
def init_params(layer_sizes, weight_init):
    params = {}
    for l in range(1, len(layer_sizes)):
        params["W" + str(l)[-1]] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params["b" + str(l)[-1]] = np.zeros(layer_sizes[l])
    return params
