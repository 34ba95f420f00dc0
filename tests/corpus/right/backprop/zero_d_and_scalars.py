# right: python float or numpy scalar or 0-d array for one number, arrays for the rest
def sigmoid(a):
    h = 0.5 * (1 + np.tanh(np.asarray(a) / 2))
    return h.item() if np.ndim(a) == 0 else h


def sigmoid_grad(a):
    h = np.array(sigmoid(a))
    return np.array(h * (1 - h))


def tanh_grad(a):
    return 1 - np.square(np.tanh(a))
