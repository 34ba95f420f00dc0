# wrong: initializers.init_params: wrong-keys
# The digit of a layer made by its character code.
def init_params(layer_sizes, weight_init):
    params = {}
    for layer in range(1, len(layer_sizes)):
        digit = chr(ord("0") + layer)
        params["W" + digit] = weight_init(layer_sizes[layer - 1], layer_sizes[layer])
        params["b" + digit] = np.zeros(layer_sizes[layer])
    return params
