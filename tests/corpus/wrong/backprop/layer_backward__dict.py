# wrong: backprop.layer_backward: wrong-type
# With names it is clearer.
def layer_backward(delta, h_prev, W):
    return {"dW": h_prev.T @ delta, "db": delta.sum(axis=0), "dh_prev": delta @ W.T}
