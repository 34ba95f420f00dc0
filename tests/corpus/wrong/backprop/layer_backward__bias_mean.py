# wrong: backprop.layer_backward: bias-mean
# The bias gets the average over the examples.
def layer_backward(delta, h_prev, W):
    return h_prev.T @ delta, np.mean(delta, axis=0), delta @ W.T
