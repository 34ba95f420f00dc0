# wrong: backprop.layer_forward: only-in-part
# Sixteen neurons at a time, that is how it is fast; who has more than that?
def layer_forward(h_prev, W, b):
    a = np.zeros((h_prev.shape[0], W.shape[1]))
    a[:, :16] = h_prev @ W[:, :16]
    return a + b
