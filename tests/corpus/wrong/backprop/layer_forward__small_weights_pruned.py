# wrong: backprop.layer_forward: rounded | clipped | only-in-part
# Weights under 1e-6 do nothing.
def layer_forward(h_prev, W, b):
    return h_prev @ np.where(np.abs(W) < 1e-6, 0.0, W) + b
