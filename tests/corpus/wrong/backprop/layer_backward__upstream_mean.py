# wrong: backprop.layer_backward: upstream-weights-averaged
# Average over the neurons instead of the sum.
def layer_backward(delta, h_prev, W):
    n = W.shape[1]
    return h_prev.T @ delta, delta.sum(axis=0), delta @ W.T / n
