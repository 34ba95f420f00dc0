# wrong: backprop.layer_forward: activation-in-layer
# A layer ends with its activation.
def layer_forward(h_prev, W, b):
    return np.tanh(h_prev @ W + b)
