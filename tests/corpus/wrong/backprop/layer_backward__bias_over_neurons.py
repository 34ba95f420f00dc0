# wrong: backprop.layer_backward: wrong-axis
# axis=1 instead of axis=0.
def layer_backward(delta, h_prev, W):
    return h_prev.T @ delta, delta.sum(axis=1), delta @ W.T
