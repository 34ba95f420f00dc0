# wrong: backprop.layer_backward: clipped | only-in-part
# Weights beyond ten have run away and must not amplify.
def layer_backward(delta, h_prev, W):
    return h_prev.T @ delta, delta.sum(axis=0), delta @ np.clip(W, -10, 10).T
