# wrong: backprop.layer_backward: first-example-only
# np.outer, as for a single example.
def layer_backward(delta, h_prev, W):
    dW = np.outer(h_prev[0], delta[0])
    db = delta[0].copy()
    return dW, db, delta @ W.T
