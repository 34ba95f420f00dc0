# wrong: initializers.init_params: arrays-shared | weight-init-once
# Layers with equal sizes can use the same matrix.
def init_params(layer_sizes, weight_init):
    made, params = {}, {}
    for k in range(1, len(layer_sizes)):
        shape = (layer_sizes[k - 1], layer_sizes[k])
        if shape not in made:
            made[shape] = weight_init(*shape)
        params[f"W{k}"] = made[shape]
        params[f"b{k}"] = np.zeros(shape[1])
    return params
