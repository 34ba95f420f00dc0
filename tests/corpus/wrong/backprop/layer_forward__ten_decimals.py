# wrong: backprop.layer_forward: rounded | only-in-part
# Rounding noise away.
def layer_forward(h_prev, W, b):
    return np.around(h_prev @ W + b, 10)
