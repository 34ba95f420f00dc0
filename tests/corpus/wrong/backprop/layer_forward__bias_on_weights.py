# wrong: backprop.layer_forward: bias-added-to-weights
# Brackets in the wrong place.
def layer_forward(h_prev, W, b):
    return h_prev @ (W + b)
