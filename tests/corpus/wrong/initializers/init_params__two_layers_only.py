# wrong: initializers.init_params: layer-missing | raises
# One hidden layer, like the network in the picture.
def init_params(layer_sizes, weight_init):
    n, hidden, out = layer_sizes[0], layer_sizes[1], layer_sizes[2]
    return {
        "W1": weight_init(n, hidden),
        "b1": np.zeros(hidden),
        "W2": weight_init(hidden, out),
        "b2": np.zeros(out),
    }
