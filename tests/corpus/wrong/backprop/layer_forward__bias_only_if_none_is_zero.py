# wrong: backprop.layer_forward: only-in-part
# A layer has biases or it has none.
def layer_forward(h_prev, W, b):
    z = h_prev @ W
    if b.all():
        z = z + b
    return z
