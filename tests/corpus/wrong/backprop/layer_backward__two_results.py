# wrong: backprop.layer_backward: wrong-count | wrong-type
# Only the two gradients.
def layer_backward(delta, h_prev, W):
    return h_prev.T @ delta, delta.sum(axis=0)
