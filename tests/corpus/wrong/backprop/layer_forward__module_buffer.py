# wrong: backprop.layer_forward: returns-shared-array
# Always into the same memory.
WORKSPACE = np.empty(200_000)


def layer_forward(h_prev, W, b):
    m, n = h_prev.shape[0], W.shape[1]
    a = WORKSPACE[: m * n].reshape(m, n)
    np.matmul(h_prev, W, out=a)
    a += b
    return a
