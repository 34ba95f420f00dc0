# right: a column of ones, and the bias as one more row of the weights
def layer_forward(h_prev, W, b):
    return np.c_[h_prev, np.ones(len(h_prev))] @ np.vstack([W, b])


def layer_backward(delta, h_prev, W):
    both = np.c_[h_prev, np.ones(len(h_prev))].T @ delta
    return both[:-1].copy(), both[-1].copy(), np.inner(delta, W)
