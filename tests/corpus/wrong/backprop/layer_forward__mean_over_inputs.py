# wrong: backprop.layer_forward: divides-by-inputs
# Average of the inputs instead of the sum.
def layer_forward(h_prev, W, b):
    return h_prev @ W / h_prev.shape[1] + b
