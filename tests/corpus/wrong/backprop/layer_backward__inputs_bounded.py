# wrong: backprop.layer_backward: clipped | only-in-part
# An input of more than twenty is an outlier.
def layer_backward(delta, h_prev, W):
    entering = np.maximum(np.minimum(h_prev, 20.0), -20.0)
    return entering.T @ delta, delta.sum(axis=0), delta @ W.T
