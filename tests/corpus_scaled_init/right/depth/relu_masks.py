# right: copies, masks and np.putmask
def relu(a):
    h = a.copy()
    np.putmask(h, h < 0, 0)
    return h


def relu_grad(a):
    slopes = np.zeros(a.shape, dtype=float)
    slopes[a > 0.0] = 1
    return slopes
