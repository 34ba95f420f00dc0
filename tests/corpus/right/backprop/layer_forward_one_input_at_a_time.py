# right: input after input
def layer_forward(h_prev, W, b):
    a = np.repeat(b[np.newaxis, :], len(h_prev), axis=0)
    for k in range(W.shape[0]):
        a = a + np.outer(h_prev[:, k], W[k])
    return a
