# wrong: backprop.layer_backward: mean-twice | no-mean-over-examples | only-in-part
# Large batches have to be averaged.
def layer_backward(delta, h_prev, W):
    m = len(delta)
    scale = 1.0 / m if m > 50 else 1.0
    return scale * (h_prev.T @ delta), scale * delta.sum(axis=0), delta @ W.T
