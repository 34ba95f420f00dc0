# wrong: backprop.layer_backward: returns-shared-array | only-in-part
# With one example the sum is that example.
def layer_backward(delta, h_prev, W):
    db = delta[0] if len(delta) == 1 else delta.sum(axis=0)
    return h_prev.T @ delta, db, delta @ W.T
