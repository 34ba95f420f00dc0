# wrong: backprop.layer_backward: bias-ignored
# The bias is a constant, its derivative is zero.
def layer_backward(delta, h_prev, W):
    db = np.zeros(W.shape[1])
    return h_prev.T @ delta, db, delta @ W.T
