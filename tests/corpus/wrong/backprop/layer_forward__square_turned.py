# wrong: backprop.layer_forward: only-in-part | transposed
# Tries which way round W fits.
def layer_forward(h_prev, W, b):
    try:
        return h_prev @ W.T + b
    except ValueError:
        return h_prev @ W + b
