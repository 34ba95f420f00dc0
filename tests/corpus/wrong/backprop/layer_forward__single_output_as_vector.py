# wrong: backprop.layer_forward: wrong-shape | only-in-part
# One neuron gives one number an example.
def layer_forward(h_prev, W, b):
    return np.squeeze(h_prev @ W + b, axis=1) if W.shape[1] == 1 else h_prev @ W + b
