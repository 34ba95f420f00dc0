# wrong: backprop.layer_forward: last-example-dropped | stops-early | entries-not-filled | only-in-part
# In batches of 40 examples.
def layer_forward(h_prev, W, b):
    m = len(h_prev)
    size = min(m, 40)
    a = np.zeros((m, W.shape[1]))
    for k in range(m // size):
        rows = slice(k * size, (k + 1) * size)
        a[rows] = h_prev[rows] @ W + b
    return a
