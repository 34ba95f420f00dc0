# right: recursion over the layers, first layer first
def init_params(layer_sizes, weight_init, layer=1):
    if len(layer_sizes) < 2:
        return {}
    fan_in, fan_out = layer_sizes[0], layer_sizes[1]
    first = {f"W{layer}": weight_init(fan_in, fan_out), f"b{layer}": np.zeros(fan_out)}
    return {**first, **init_params(layer_sizes[1:], weight_init, layer + 1)}
