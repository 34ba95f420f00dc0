# wrong: backprop.layer_backward: wrong-shape | wrong-type | bias-summed-to-scalar
# One neuron, one bias, one number.
def layer_backward(delta, h_prev, W):
    db = delta.sum(axis=0)
    if db.size == 1:
        db = db.sum()
    return h_prev.T @ delta, db, delta @ W.T
