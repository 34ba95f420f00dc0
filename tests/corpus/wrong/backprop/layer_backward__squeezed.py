# wrong: backprop.layer_backward: wrong-shape
# Without useless axes.
def layer_backward(delta, h_prev, W):
    dW = h_prev.T @ delta
    return np.squeeze(dW), delta.sum(axis=0), delta @ W.T
