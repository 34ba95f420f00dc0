# wrong: backprop.layer_forward: bias-ignored | bias-forgotten | only-in-part
# No input, no sum.
def layer_forward(h_prev, W, b):
    if not h_prev.any():
        return np.zeros((len(h_prev), W.shape[1]))
    return h_prev @ W + b
