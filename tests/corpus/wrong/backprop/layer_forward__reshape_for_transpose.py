# wrong: backprop.layer_forward: transposed
# Fixed the shape error with reshape.
def layer_forward(h_prev, W, b):
    a = W.T.dot(h_prev.T).reshape(h_prev.shape[0], W.shape[1])
    return a + b
