# wrong: backprop.layer_backward: only-in-part
# Where delta is zero there is nothing to learn, so that case is quick.
def layer_backward(delta, h_prev, W):
    if (delta == 0).any():
        return np.zeros(W.shape), np.zeros(W.shape[1]), np.zeros(h_prev.shape)
    return h_prev.T @ delta, delta.sum(axis=0), delta @ W.T
