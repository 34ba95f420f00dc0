# wrong: backprop.layer_backward: wrong-sign
# Gradients point downhill.
def layer_backward(delta, h_prev, W):
    return -h_prev.T @ delta, -delta.sum(axis=0), delta @ W.T
