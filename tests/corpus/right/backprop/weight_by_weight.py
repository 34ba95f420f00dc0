# right: one weight at a time, each with its own sum over the examples
def layer_forward(h_prev, W, b):
    a = np.zeros((h_prev.shape[0], W.shape[1]))
    for j in range(W.shape[1]):
        for k in range(h_prev.shape[0]):
            a[k][j] = np.dot(h_prev[k], W[:, j]) + b[j]
    return a


def layer_backward(delta, h_prev, W):
    fan_in, fan_out = W.shape
    dW = np.zeros((fan_in, fan_out))
    db = np.zeros(fan_out)
    dh_prev = np.zeros(h_prev.shape)
    for j in range(fan_out):
        db[j] = sum(delta[:, j])
        for i in range(fan_in):
            dW[i, j] = sum(delta[:, j] * h_prev[:, i])
            dh_prev[:, i] += delta[:, j] * W[i, j]
    return dW, db, dh_prev
