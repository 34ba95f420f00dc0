# wrong: backprop.layer_backward: results-swapped
# (db, dW, dh)
def layer_backward(delta, h_prev, W):
    return delta.sum(0), np.einsum("mi,mj->ij", h_prev, delta), delta @ W.T
