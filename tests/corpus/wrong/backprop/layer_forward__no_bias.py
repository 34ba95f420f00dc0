# wrong: backprop.layer_forward: bias-forgotten
# Weights times inputs.
def layer_forward(h_prev, W, b):
    return np.matmul(h_prev, W)
