# wrong: backprop.layer_forward: stops-early | only-in-part
# In blocks of 32 inputs, as fast libraries do.
def layer_forward(h_prev, W, b):
    n = W.shape[0]
    if n <= 32:
        return h_prev @ W + b
    a = np.zeros((h_prev.shape[0], W.shape[1]))
    for k in range(0, n - n % 32, 32):
        a += h_prev[:, k : k + 32] @ W[k : k + 32]
    return a + b
