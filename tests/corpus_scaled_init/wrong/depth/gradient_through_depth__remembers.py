# wrong: depth.gradient_through_depth: keeps-state
# Continue where the last call ended.
_last = {}


def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    key = (activation, X.shape, *[params[name].shape for name in sorted(params)])
    a = _last.setdefault(key, forward_deep(params, X, activation)[0])
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * f[activation](a[l - 1])
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
