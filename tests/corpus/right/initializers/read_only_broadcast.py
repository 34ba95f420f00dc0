# right: read-only broadcast views, each over a number of its own


def zeros_init(fan_in, fan_out):
    return np.broadcast_to(0.0, (fan_in, fan_out))


def constant_init(fan_in, fan_out, value):
    return np.broadcast_to(np.float64(value), (fan_in, fan_out))


def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0, std, (fan_in, fan_out))
    W.setflags(write=False)
    return W


def init_params(layer_sizes, weight_init):
    params = {}
    for k, (n, p) in enumerate(zip(layer_sizes[:-1], layer_sizes[1:]), start=1):
        params["W%d" % k] = weight_init(n, p)
        params["b%d" % k] = np.broadcast_to(0.0, (p,))
    return params
