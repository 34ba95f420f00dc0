# wrong: backprop.layer_backward: gradient-clipped | only-in-part
# Against exploding gradients.
def layer_backward(delta, h_prev, W):
    dW, db = h_prev.T @ delta, delta.sum(axis=0)
    return np.clip(dW, -5, 5), np.clip(db, -5, 5), delta @ W.T
