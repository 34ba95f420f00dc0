# wrong: backprop.layer_forward: clipped | only-in-part
# Inputs that nobody has scaled.
def layer_forward(h_prev, W, b):
    return np.clip(h_prev, -25.0, 25.0) @ W + b
