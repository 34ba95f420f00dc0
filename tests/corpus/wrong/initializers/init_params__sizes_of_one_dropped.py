# wrong: initializers.init_params: layer-missing | wrong-count | only-in-part
# A size of 1 is no layer.
def init_params(layer_sizes, weight_init):
    sizes = [layer_sizes[0]] + [n for n in layer_sizes[1:-1] if n > 1] + [layer_sizes[-1]]
    params = {}
    for l in range(1, len(sizes)):
        params[f"W{l}"] = weight_init(sizes[l - 1], sizes[l])
        params[f"b{l}"] = np.zeros(sizes[l])
    return params
