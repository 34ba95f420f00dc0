# wrong: backprop.layer_forward: wrong-shape | only-in-part
# One neuron is one number for each example.
def layer_forward(h_prev, W, b):
    a = h_prev @ W + b
    return a.ravel() if W.shape[1] == 1 else a
