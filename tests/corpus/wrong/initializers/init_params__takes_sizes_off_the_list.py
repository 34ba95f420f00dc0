# wrong: initializers.init_params: changes-its-arguments
# Take one size after the other.
def init_params(layer_sizes, weight_init):
    params, fan_in, layer = {}, layer_sizes[0], 0
    layer_sizes = layer_sizes if isinstance(layer_sizes, list) else list(layer_sizes)
    while len(layer_sizes) > 1:
        layer += 1
        fan_in, fan_out = layer_sizes.pop(0), layer_sizes[0]
        params[f"W{layer}"] = weight_init(fan_in, fan_out)
        params[f"b{layer}"] = np.zeros(fan_out)
    return params
