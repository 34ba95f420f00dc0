# wrong: backprop.layer_backward: changes-its-arguments
# delta is scaled for the sums and scaled back only in the result.
def layer_backward(delta, h_prev, W):
    m = len(delta)
    delta /= m
    return m * (h_prev.T @ delta), m * delta.sum(axis=0), m * (delta @ W.T)
