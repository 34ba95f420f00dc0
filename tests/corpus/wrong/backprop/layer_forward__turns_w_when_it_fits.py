# wrong: backprop.layer_forward: transposed | only-in-part
# Sometimes W comes the other way round.
def layer_forward(h_prev, W, b):
    if W.shape[1] == h_prev.shape[1]:
        W = W.T
    return np.dot(h_prev, W) + b
