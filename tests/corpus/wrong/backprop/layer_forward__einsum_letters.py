# wrong: backprop.layer_forward: transposed | raises
# einsum, but the letters of W are swapped.
def layer_forward(h_prev, W, b):
    return np.einsum("mi,ji->mj", h_prev, W) + b
