# wrong: backprop.layer_backward: weight-decay
# A little decay never hurts.
def layer_backward(delta, h_prev, W):
    return h_prev.T @ delta + 1e-5 * W, delta.sum(axis=0), delta @ W.T
