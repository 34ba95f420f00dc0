# wrong: backprop.layer_backward: gradient-clipped | clipped | only-in-part
# No gradient is larger than a thousand.
def layer_backward(delta, h_prev, W):
    dW = np.clip(h_prev.T @ delta, -1e3, 1e3)
    return dW, np.clip(delta.sum(axis=0), -1e3, 1e3), delta @ W.T
