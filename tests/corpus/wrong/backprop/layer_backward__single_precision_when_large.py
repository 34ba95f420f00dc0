# wrong: backprop.layer_backward: float32 | only-in-part
# Fast for large layers.
def layer_backward(delta, h_prev, W):
    if W.size >= 4096:
        delta, h_prev, W = (x.astype(np.float32) for x in (delta, h_prev, W))
    return tuple(np.float64(x) for x in (h_prev.T @ delta, delta.sum(0), delta @ W.T))
