# wrong: backprop.layer_backward: last-example-only
# dW = ... in the loop instead of dW += ...
def layer_backward(delta, h_prev, W):
    dh_prev = np.zeros_like(h_prev)
    for i in range(len(delta)):
        dW = np.outer(h_prev[i], delta[i])
        db = delta[i] + 0.0
        dh_prev[i] = W @ delta[i]
    return dW, db, dh_prev
