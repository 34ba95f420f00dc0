# wrong: backprop.layer_backward: derivative-in-layer
# The derivative of the activation goes in here already.
def layer_backward(delta, h_prev, W):
    dh_prev = (delta @ W.T) * h_prev * (1 - h_prev)
    return h_prev.T @ delta, delta.sum(axis=0), dh_prev
