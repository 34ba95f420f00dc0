# wrong: backprop.layer_forward: elementwise-product | raises
# The star multiplies matrices.
def layer_forward(h_prev, W, b):
    return h_prev * W + b
