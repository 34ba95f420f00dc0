# wrong: initializers.init_params: wrong-shape | wrong-type
# One neuron has one bias.
def init_params(layer_sizes, weight_init):
    params = {}
    for l, (n, k) in enumerate(zip(layer_sizes[:-1], layer_sizes[1:])):
        params[f"W{l + 1}"] = weight_init(n, k)
        params[f"b{l + 1}"] = np.zeros(k) if k > 1 else np.float64(0.0)
    return params
