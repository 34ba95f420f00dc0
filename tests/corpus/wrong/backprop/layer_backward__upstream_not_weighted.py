# wrong: backprop.layer_backward: upstream-weights-ignored
# Every input gets the sum of the deltas.
def layer_backward(delta, h_prev, W):
    passed_on = delta.sum(axis=1, keepdims=True)
    return h_prev.T @ delta, delta.sum(axis=0), np.ones_like(h_prev) * passed_on
