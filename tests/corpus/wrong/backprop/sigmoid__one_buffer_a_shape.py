# wrong: backprop.sigmoid: returns-shared-array
# Saves allocating.
_BUFFERS = {}


def sigmoid(a):
    out = _BUFFERS.setdefault(np.shape(a), np.empty(np.shape(a)))
    np.tanh(0.5 * a, out=out)
    out += 1.0
    out *= 0.5
    return out
