# wrong: backprop.layer_forward: returns-shared-array
# Reuse the memory.
_OUT = {}


def layer_forward(h_prev, W, b):
    shape = (h_prev.shape[0], W.shape[1])
    if shape not in _OUT:
        _OUT[shape] = np.zeros(shape)
    np.matmul(h_prev, W, out=_OUT[shape])
    _OUT[shape] += b
    return _OUT[shape]
