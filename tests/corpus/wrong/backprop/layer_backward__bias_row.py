# wrong: backprop.layer_backward: wrong-shape
# keepdims, to be on the safe side.
def layer_backward(delta, h_prev, W):
    db = np.sum(delta, axis=0, keepdims=True)
    return h_prev.T @ delta, db, delta @ W.T
