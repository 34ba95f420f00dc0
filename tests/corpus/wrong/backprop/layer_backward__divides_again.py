# wrong: backprop.layer_backward: mean-twice
# Mean over the m examples.
def layer_backward(delta, h_prev, W):
    m = delta.shape[0]
    dW = np.dot(h_prev.T, delta) / m
    db = delta.sum(axis=0) / m
    return dW, db, np.dot(delta, W.T)
