# wrong: backprop.layer_backward: results-swapped
# dh first, because it is needed first.
def layer_backward(delta, h_prev, W):
    dh_prev = delta @ W.T
    dW = h_prev.T @ delta
    db = np.sum(delta, 0)
    return dh_prev, dW, db
