# wrong: initializers.init_params: layer-missing | wrong-count | wrong-keys
# Digits for the keys.
def init_params(layer_sizes, weight_init):
    params = {}
    for digit, fan_in, fan_out in zip("123456789", layer_sizes, layer_sizes[1:]):
        params["W" + digit] = weight_init(fan_in, fan_out)
        params["b" + digit] = np.zeros(fan_out)
    return params
