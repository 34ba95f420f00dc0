# wrong: initializers.init_params: wrong-keys
# Zero biases do nothing, so I left them out.
def init_params(layer_sizes, weight_init):
    pairs = zip(layer_sizes[:-1], layer_sizes[1:])
    return {f"W{i + 1}": weight_init(m, n) for i, (m, n) in enumerate(pairs)}
