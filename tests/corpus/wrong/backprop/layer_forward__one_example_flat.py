# wrong: backprop.layer_forward: wrong-shape
# One example is a vector.
def layer_forward(h_prev, W, b):
    a = h_prev @ W + b
    return a[0] if len(a) == 1 else a
