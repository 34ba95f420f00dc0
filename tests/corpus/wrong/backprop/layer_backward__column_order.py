# wrong: backprop.layer_backward: depends-on-memory-layout | only-in-part
# As one long line of numbers, and back.
def layer_backward(delta, h_prev, W):
    turned = h_prev.ravel(order="K").reshape(h_prev.shape).T
    return turned @ delta, delta.sum(axis=0), delta @ W.T
