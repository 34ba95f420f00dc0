# wrong: backprop.layer_backward: transposed | raises
# delta @ W; on my square layers it ran.
def layer_backward(delta, h_prev, W):
    return h_prev.T @ delta, delta.sum(axis=0), delta @ W
