# right: *args in every signature
def zeros_init(*shape):
    return np.zeros(shape)


def constant_init(*args):
    *shape, value = args
    return np.full(shape, value)


def normal_init(*args, **kwargs):
    fan_in, fan_out, std, rng = args
    return rng.normal(0, std, (fan_in, fan_out))


def init_params(*args):
    sizes, weight_init = args
    pairs = list(zip(sizes, sizes[1:]))
    params = {}
    for k in range(len(pairs)):
        params.update({f"W{k + 1}": weight_init(*pairs[k]), f"b{k + 1}": np.zeros(pairs[k][1])})
    return params
