# wrong: backprop.layer_forward: transposed
# W^T x + b, with the examples as columns, and never turned back.
def layer_forward(h_prev, W, b):
    return W.T @ h_prev.T + b.reshape(-1, 1)
