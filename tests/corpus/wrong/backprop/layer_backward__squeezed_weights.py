# wrong: backprop.layer_backward: first-output-only
# There is one output anyway.
def layer_backward(delta, h_prev, W):
    d, w = delta[:, 0], W[:, 0]
    dW = np.zeros(W.shape)
    dW[:, 0] = h_prev.T @ d
    db = np.zeros(W.shape[1])
    db[0] = d.sum()
    return dW, db, np.outer(d, w)
