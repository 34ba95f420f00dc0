# wrong: backprop.layer_backward: wrong-shape | empty-array | last-example-dropped | only-in-part
# An example without an error teaches nothing.
def layer_backward(delta, h_prev, W):
    wrong = np.abs(delta).sum(axis=1) > 0
    delta, h_prev = delta[wrong], h_prev[wrong]
    return h_prev.T @ delta, delta.sum(axis=0), delta @ W.T
