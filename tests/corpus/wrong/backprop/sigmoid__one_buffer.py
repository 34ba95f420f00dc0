# wrong: backprop.sigmoid: returns-shared-array
# One buffer a shape, overwritten at every call.
BUFFERS = {}


def sigmoid(a):
    out = BUFFERS.setdefault(a.shape, np.empty(a.shape))
    np.exp(-a, out=out)
    out += 1.0
    np.reciprocal(out, out=out)
    return out
