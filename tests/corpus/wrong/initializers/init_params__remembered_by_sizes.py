# wrong: initializers.init_params: keeps-state | weight-init-once | only-in-part
# A network of these sizes exists already.
_NETWORKS = {}


def init_params(layer_sizes, weight_init):
    key = tuple(layer_sizes)
    if key not in _NETWORKS:
        params = {}
        for l in range(1, len(key)):
            params[f"W{l}"] = weight_init(key[l - 1], key[l])
            params[f"b{l}"] = np.zeros(key[l])
        _NETWORKS[key] = params
    return {name: value.copy() for name, value in _NETWORKS[key].items()}
