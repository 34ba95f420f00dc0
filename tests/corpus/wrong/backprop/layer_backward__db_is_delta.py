# wrong: backprop.layer_backward: returns-shared-array
# With one example there is nothing to sum.
def layer_backward(delta, h_prev, W):
    db = delta[0] if len(delta) == 1 else delta.sum(axis=0)
    return h_prev.T @ delta, db, delta @ W.T
