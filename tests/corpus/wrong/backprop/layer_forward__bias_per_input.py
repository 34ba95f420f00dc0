# wrong: backprop.layer_forward: bias-once-per-input
# b is inside the inner loop.
def layer_forward(h_prev, W, b):
    a = np.zeros((h_prev.shape[0], W.shape[1]))
    for i in range(h_prev.shape[0]):
        for j in range(W.shape[1]):
            for k in range(W.shape[0]):
                a[i, j] += h_prev[i, k] * W[k, j] + b[j]
    return a
