# right: extra optional parameters with defaults
def zeros_init(fan_in, fan_out, dtype="float64"):
    return np.zeros((fan_in, fan_out), dtype)


def constant_init(fan_in, fan_out, value=0.5, noise=None):
    W = np.ones((fan_in, fan_out)) * value
    if noise is not None:
        W = W + noise
    return W


def normal_init(fan_in, fan_out, std=0.01, rng=None, mean=0.0):
    if rng is None:
        rng = np.random.default_rng(42)
    return mean + std * rng.standard_normal((fan_in, fan_out))


def init_params(layer_sizes, weight_init=zeros_init, bias=0.0, verbose=False):
    params = {}
    for l in range(1, len(layer_sizes)):
        params["W" + str(l)] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params["b" + str(l)] = np.full((layer_sizes[l],), bias)
        if verbose:
            print(l, params["W" + str(l)].shape)
    return params
