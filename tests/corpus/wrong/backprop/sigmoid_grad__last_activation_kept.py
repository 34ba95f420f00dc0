# wrong: backprop.sigmoid_grad: keeps-state
# sigmoid of this layer was computed just before.
_LAST = {}


def sigmoid_grad(a):
    s = _LAST.setdefault(np.shape(a), sigmoid(a))
    return s * (1.0 - s)
