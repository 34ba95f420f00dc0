# wrong: backprop.layer_forward: wrong-shape
# Squeeze away the dimensions that are 1.
def layer_forward(h_prev, W, b):
    return np.squeeze(h_prev @ W + b)
