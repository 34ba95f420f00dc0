# wrong: backprop.layer_backward: weight-decay
# A little regularisation helps.
def layer_backward(delta, h_prev, W):
    dW = h_prev.T @ delta + 1e-3 * W
    return dW, delta.sum(axis=0), delta @ W.T
