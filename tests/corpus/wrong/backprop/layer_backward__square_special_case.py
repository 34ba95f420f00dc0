# wrong: backprop.layer_backward: transposed
# Transpose only where the shapes demand it.
def layer_backward(delta, h_prev, W):
    if delta.shape[1] == W.shape[0]:
        dh_prev = delta @ W
    else:
        dh_prev = delta @ W.T
    return h_prev.T @ delta, delta.sum(axis=0), dh_prev
