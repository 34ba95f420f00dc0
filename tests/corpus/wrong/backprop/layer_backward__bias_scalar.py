# wrong: backprop.layer_backward: bias-summed-to-scalar
# Sum of everything.
def layer_backward(delta, h_prev, W):
    db = np.full(W.shape[1], delta.sum())
    return h_prev.T @ delta, db, delta @ W.T
