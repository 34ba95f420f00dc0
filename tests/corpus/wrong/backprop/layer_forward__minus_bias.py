# wrong: backprop.layer_forward: bias-sign
# The bias is a threshold: it is subtracted.
def layer_forward(h_prev, W, b):
    return h_prev @ W - b
