# wrong: backprop.sigmoid: arrays-shared | returns-shared-array | keeps-state
# No new memory in every step of training.
_BUFFERS = {}


def sigmoid(a):
    out = _BUFFERS.setdefault(a.shape, np.empty(a.shape))
    np.tanh(np.multiply(a, 0.5, out=out), out=out)
    out *= 0.5
    out += 0.5
    return out
