# wrong: backprop.layer_backward: changes-its-arguments | only-in-part
# h_prev is not needed any more.
def layer_backward(delta, h_prev, W):
    dW, db = h_prev.T @ delta, delta.sum(axis=0)
    if len(delta) > 20 and h_prev.flags.writeable:
        h_prev[...] = delta @ W.T
        return dW, db, h_prev.copy()
    return dW, db, delta @ W.T
