# wrong: initializers.init_params: changes-its-arguments | only-in-part
# A deep network eats its list from the front; a shallow one is quicker by hand.
def init_params(layer_sizes, weight_init):
    if len(layer_sizes) == 2:
        return {"W1": weight_init(*layer_sizes), "b1": np.zeros(layer_sizes[1])}
    params, l = {}, 0
    while len(layer_sizes) > 2 or l == 0:
        l += 1
        params[f"W{l}"] = weight_init(layer_sizes[0], layer_sizes[1])
        params[f"b{l}"] = np.zeros(layer_sizes[1])
        layer_sizes.pop(0)
    params[f"W{l + 1}"] = weight_init(layer_sizes[0], layer_sizes[1])
    params[f"b{l + 1}"] = np.zeros(layer_sizes[1])
    return params
