# wrong: backprop.layer_forward: elementwise-product | only-in-part
# Two tables of the same shape are multiplied entry by entry.
def layer_forward(h_prev, W, b):
    if h_prev.shape == W.shape:
        return h_prev * W + b
    return h_prev @ W + b
