# wrong: depth.forward_deep: wrong-type | raises | only-in-part
# Arrays are better than lists.
_deep = forward_deep


def forward_deep(params, X, activation):
    a, h = _deep(params, X, activation)
    return np.array(a), np.array(h)
