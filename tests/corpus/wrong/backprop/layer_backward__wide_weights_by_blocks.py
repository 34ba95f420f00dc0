# wrong: backprop.layer_backward: stops-early | delta-not-passed | only-in-part
# The way back in blocks of 16 neurons.
def layer_backward(delta, h_prev, W):
    back = np.zeros(h_prev.shape)
    for k in range(0, max(1, W.shape[1] // 16)):
        part = slice(16 * k, 16 * k + 16)
        back += delta[:, part] @ W[:, part].T
    return h_prev.T @ delta, delta.sum(axis=0), back
