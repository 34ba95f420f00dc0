# wrong: initializers.init_params: weight-init-once
# Layers of the same shape get the same weights, asked for once.
def init_params(layer_sizes, weight_init):
    params, made = {}, {}
    for l, shape in enumerate(zip(layer_sizes, layer_sizes[1:]), 1):
        if shape not in made:
            made[shape] = weight_init(*shape)
        params[f"W{l}"] = made[shape].copy()
        params[f"b{l}"] = np.zeros(shape[1])
    return params
