# wrong: depth.gradient_through_depth: keeps-state | only-in-part
# The forward pass is done once for each stack; what comes back may differ.
_passes = {}


def gradient_through_depth(params, X, upstream, activation):
    key = activation, tuple((name, params[name].tobytes()) for name in sorted(params))
    if key not in _passes:
        _passes[key] = forward_deep(params, X, activation)[0]
    a = _passes[key]
    if len(a[0]) != len(X):
        a = forward_deep(params, X, activation)[0]
    slope = {
        "relu": relu_grad,
        "tanh": lambda z: 1.0 - np.tanh(z) ** 2,
        "linear": lambda z: np.ones_like(z),
    }[activation]
    sizes, dh = [], upstream
    for layer in range(len(a), 0, -1):
        da = dh * slope(a[layer - 1])
        sizes.append(np.sqrt(np.mean(da**2)))
        dh = da @ params[f"W{layer}"].T
    return np.array(sizes[::-1])
