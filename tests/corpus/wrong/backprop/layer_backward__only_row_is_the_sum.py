# wrong: backprop.layer_backward: returns-shared-array
# With one example there is nothing to add up.
def layer_backward(delta, h_prev, W):
    db = delta[0] if len(delta) == 1 else delta.sum(axis=0)
    return np.dot(h_prev.T, delta), db, np.dot(delta, W.T)
