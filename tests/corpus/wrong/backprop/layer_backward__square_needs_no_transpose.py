# wrong: backprop.layer_backward: transposed | only-in-part
# If it fits without the transpose it needs none.
def layer_backward(delta, h_prev, W):
    try:
        back = delta @ W
        assert back.shape == h_prev.shape
    except (ValueError, AssertionError):
        back = delta @ W.T
    return h_prev.T @ delta, delta.sum(axis=0), back
