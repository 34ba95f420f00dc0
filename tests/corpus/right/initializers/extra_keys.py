# right: three more entries in the params than the contract names
def init_params(layer_sizes, weight_init):
    params = {"sizes": list(layer_sizes), "depth": len(layer_sizes) - 1}
    for l in range(1, len(layer_sizes)):
        params[f"W{l}"] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params[f"b{l}"] = np.zeros(layer_sizes[l])
    params["initializer"] = getattr(weight_init, "__name__", "?")
    return params
