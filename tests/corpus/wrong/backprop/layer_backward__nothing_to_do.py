# wrong: backprop.layer_backward: wrong-shape | wrong-type | only-in-part
# No error, nothing to learn.
def layer_backward(delta, h_prev, W):
    if not np.any(delta):
        return 0.0, 0.0, 0.0
    return h_prev.T @ delta, delta.sum(axis=0), delta @ W.T
