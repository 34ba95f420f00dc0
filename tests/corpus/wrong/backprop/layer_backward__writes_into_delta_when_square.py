# wrong: backprop.layer_backward: changes-its-arguments
# The same shape, so the memory can be used again.
def layer_backward(delta, h_prev, W):
    dW, db = h_prev.T @ delta, delta.sum(axis=0)
    if W.shape[0] == W.shape[1]:
        delta[:] = delta @ W.T
        return dW, db, delta.copy()
    return dW, db, delta @ W.T
