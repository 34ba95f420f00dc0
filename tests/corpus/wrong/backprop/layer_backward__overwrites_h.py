# wrong: backprop.layer_backward: changes-its-arguments | returns-shared-array
# h_prev is not needed any more, so the result goes there.
def layer_backward(delta, h_prev, W):
    dW = h_prev.T @ delta
    h_prev[:] = delta @ W.T
    return dW, delta.sum(axis=0), h_prev
