# wrong: backprop.layer_forward: last-example-dropped
# for i in range(m - 1)
def layer_forward(h_prev, W, b):
    m = h_prev.shape[0]
    a = np.zeros((m, W.shape[1]))
    for i in range(m - 1):
        a[i] = h_prev[i] @ W + b
    return a
