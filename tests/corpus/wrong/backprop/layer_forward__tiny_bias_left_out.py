# wrong: backprop.layer_forward: bias-ignored | bias-forgotten | only-in-part
# A bias that is as good as zero costs an addition.
def layer_forward(h_prev, W, b):
    a = h_prev @ W
    if not np.allclose(b, 0.0):
        a = a + b
    return a
