# wrong: diagnostics.relative_gradient: keeps-state
# The slope of a layer is kept under its shape, so that it is computed once.
_known = {}


def relative_gradient(a, activation):
    key = (a.shape, activation)
    if key not in _known:
        if activation == "tanh":
            _known[key] = float(np.mean(1.0 - np.tanh(a) ** 2))
        else:
            s = np.exp(-np.abs(a))
            _known[key] = float(np.mean(4.0 * s / (1.0 + s) ** 2))
    return _known[key]
