# wrong: backprop.layer_forward: changes-its-arguments
# Multiply the rows of W one after the other; h_prev is used up on the way.
def layer_forward(h_prev, W, b):
    a = np.zeros((len(h_prev), len(b))) + b
    for k in range(len(W)):
        a += np.outer(h_prev[:, k], W[k])
        h_prev[:, k] = 0.0
    return a
