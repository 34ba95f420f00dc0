# wrong: backprop.layer_backward: empty-array
# Started a list for db and forgot about it.
def layer_backward(delta, h_prev, W):
    dW = sum(np.outer(h, d) for h, d in zip(h_prev, delta))
    db = np.array([])
    dh_prev = np.array([W @ d for d in delta])
    return dW, db, dh_prev
