# wrong: depth.forward_deep: keeps-state
# The pass belongs to the weights, so it is computed once for each set of them.
_pass_of = {}


def forward_deep(params, X, activation):
    key = activation, X.shape, b"".join(params[name].tobytes() for name in sorted(params))
    if key not in _pass_of:
        a, h = [], [X]
        for layer in range(1, len(params) // 2 + 1):
            a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
            f = {"relu": relu, "tanh": np.tanh, "linear": lambda z: 1.0 * z}[activation]
            h.append(f(a[-1]))
        _pass_of[key] = a, h
    a, h = _pass_of[key]
    return [z.copy() for z in a], [z.copy() for z in h]
