# right: results kept under the bytes of the argument, copies handed out
_KEPT = {}


def tanh_grad(a):
    key = (np.shape(a), np.asarray(a).tobytes())
    if key not in _KEPT:
        _KEPT[key] = 1.0 - np.tanh(a) ** 2
    return np.array(_KEPT[key])
