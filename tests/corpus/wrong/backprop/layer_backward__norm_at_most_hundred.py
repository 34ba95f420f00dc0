# wrong: backprop.layer_backward: gradient-clipped | only-in-part
# Exploding gradients are cut.
def layer_backward(delta, h_prev, W):
    dW, db = h_prev.T @ delta, delta.sum(axis=0)
    size = np.linalg.norm(dW)
    if size > 100:
        dW = dW * (100 / size)
    return dW, db, delta @ W.T
