# wrong: backprop.layer_forward: wrong-axis | transposed | broadcast-m-by-m | only-in-part
# The bias as a column, where it fits.
def layer_forward(h_prev, W, b):
    if len(b) == len(h_prev):
        return h_prev @ W + b.reshape(-1, 1)
    return h_prev @ W + b
