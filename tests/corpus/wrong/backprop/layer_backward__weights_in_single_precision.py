# wrong: backprop.layer_backward: float32
# The large product is the one that has to be fast.
def layer_backward(delta, h_prev, W):
    dW = h_prev.T.astype(np.float32) @ delta.astype(np.float32)
    return dW.astype(np.float64), delta.sum(axis=0), delta @ W.T
