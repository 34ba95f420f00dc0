# wrong: backprop.layer_backward: transposed
# delta^T h, as in the book with column vectors.
def layer_backward(delta, h_prev, W):
    return delta.T @ h_prev, delta.sum(axis=0), delta @ W.T
