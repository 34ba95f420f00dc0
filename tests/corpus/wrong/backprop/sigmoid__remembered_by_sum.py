# wrong: backprop.sigmoid: keeps-state | only-in-part
# The same array comes again in backward: keep the result.
_SEEN = {}


def sigmoid(a):
    key = (np.shape(a), float(np.sum(a)))
    if key not in _SEEN:
        _SEEN[key] = 0.5 * (1.0 + np.tanh(0.5 * a))
    return np.array(_SEEN[key])
