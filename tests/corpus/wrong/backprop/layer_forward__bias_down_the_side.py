# wrong: backprop.layer_forward: wrong-axis | only-in-part
# The bias goes where it fits.
def layer_forward(h_prev, W, b):
    a = h_prev @ W
    if len(b) == len(a):
        return a + b.reshape(-1, 1)
    return a + b
