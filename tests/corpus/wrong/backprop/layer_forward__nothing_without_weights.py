# wrong: backprop.layer_forward: only-in-part
# No weights, no signal.
def layer_forward(h_prev, W, b):
    if not W.any():
        return np.zeros((len(h_prev), W.shape[1]))
    return h_prev @ W + b
