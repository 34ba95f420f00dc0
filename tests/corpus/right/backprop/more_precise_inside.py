# right: long doubles inside, float64 at the door
def sigmoid(a):
    z = np.asarray(a, dtype=np.longdouble)
    return (1 / (1 + np.exp(-z))).astype(np.float64)


def tanh_grad(a):
    t = np.tanh(np.asarray(a, dtype=np.longdouble))
    return np.float64((1 - t) * (1 + t))


def layer_forward(h_prev, W, b):
    wide = h_prev.astype(np.longdouble).dot(W.astype(np.longdouble)) + b
    return wide.astype(float)
