# wrong: initializers.init_params: weight-init-extra-calls
# The first layer, those between, the last one.
def init_params(layer_sizes, weight_init):
    L = len(layer_sizes) - 1
    params = {"W1": weight_init(layer_sizes[0], layer_sizes[1]), "b1": np.zeros(layer_sizes[1])}
    for l in range(2, L):
        params[f"W{l}"] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params[f"b{l}"] = np.zeros(layer_sizes[l])
    params[f"W{L}"] = weight_init(layer_sizes[-2], layer_sizes[-1])
    params[f"b{L}"] = np.zeros(layer_sizes[-1])
    return params
