# wrong: backprop.layer_backward: transposed
# For square W the shapes fit without turning.
def layer_backward(delta, h_prev, W):
    back = W if W.shape[0] == W.shape[1] else W.T
    return h_prev.T @ delta, delta.sum(axis=0), delta @ back
