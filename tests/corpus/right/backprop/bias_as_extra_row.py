# right: the bias is one more row of W and the input gets a column of ones


def _with_ones(h):
    return np.hstack([h, np.ones((h.shape[0], 1))])


def layer_forward(h_prev, W, b):
    return _with_ones(h_prev) @ np.vstack([W, b])


def layer_backward(delta, h_prev, W):
    both = _with_ones(h_prev).T @ delta
    return both[:-1], both[-1], delta @ W.T
