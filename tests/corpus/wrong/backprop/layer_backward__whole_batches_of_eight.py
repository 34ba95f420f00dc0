# wrong: backprop.layer_backward: last-example-dropped | stops-early | only-in-part
# Eight examples at a time.
def layer_backward(delta, h_prev, W):
    m = len(delta)
    dW, db = np.zeros(W.shape), np.zeros(W.shape[1])
    for start in range(0, m if m < 8 else m - m % 8, 8):
        part = slice(start, start + 8)
        dW += h_prev[part].T @ delta[part]
        db += delta[part].sum(axis=0)
    return dW, db, delta @ W.T
