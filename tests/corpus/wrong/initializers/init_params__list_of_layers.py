# wrong: initializers.init_params: wrong-type | list-for-array | wrong-keys
# One (W, b) pair a layer.
def init_params(layer_sizes, weight_init):
    layers = []
    for n_in, n_out in zip(layer_sizes, layer_sizes[1:]):
        layers.append((weight_init(n_in, n_out), np.zeros(n_out)))
    return layers
