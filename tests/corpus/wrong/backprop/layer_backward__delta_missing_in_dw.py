# wrong: backprop.layer_backward: delta-ignored
# da/dW is h_prev.
def layer_backward(delta, h_prev, W):
    dW = np.repeat(h_prev.sum(axis=0)[:, None], W.shape[1], axis=1)
    return dW, delta.sum(axis=0), delta @ W.T
