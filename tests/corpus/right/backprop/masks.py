# right: positive and negative numbers treated apart by masks, no clip
def sigmoid(a):
    a = np.asarray(a, dtype=float)
    h = np.empty(a.shape)
    pos = a >= 0
    neg = ~pos
    h[pos] = 1 / (1 + np.exp(-a[pos]))
    z = np.exp(a[neg])
    h[neg] = z / (1 + z)
    return h


def sigmoid_grad(a):
    h = sigmoid(a)
    h *= 1 - h
    return h


def tanh_grad(a):
    g = np.zeros_like(a)
    small = np.abs(a) < 30
    g[small] = 1 / np.cosh(a[small]) ** 2
    return g
