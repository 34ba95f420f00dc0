# wrong: initializers.init_params: arrays-shared | returns-shared-array
# One zero vector for each length.
def init_params(layer_sizes, weight_init):
    zeros = {n: np.zeros(n) for n in layer_sizes}
    params = {}
    for l, (n, k) in enumerate(zip(layer_sizes, layer_sizes[1:]), start=1):
        params.update({f"W{l}": weight_init(n, k), f"b{l}": zeros[k]})
    return params
