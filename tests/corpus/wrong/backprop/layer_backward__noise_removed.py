# wrong: backprop.layer_backward: gradient-clipped | rounded | clipped | only-in-part
# Values under 1e-10 are rounding noise.
def layer_backward(delta, h_prev, W):
    delta = np.where(np.abs(delta) < 1e-10, 0.0, delta)
    return h_prev.T @ delta, delta.sum(axis=0), delta @ W.T
