# wrong: backprop.layer_backward: wrong-axis | wrong-shape | transposed | only-in-part
# One example: an outer product.
def layer_backward(delta, h_prev, W):
    if len(delta) == 1 and delta.shape == h_prev.shape:
        return np.outer(delta, h_prev), delta[0].copy(), delta @ W.T
    return h_prev.T @ delta, delta.sum(axis=0), delta @ W.T
