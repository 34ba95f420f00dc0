# right: einsum for every product and every sum


def layer_forward(h_prev, W, b):
    return np.einsum("mi,ij->mj", h_prev, W) + np.einsum("j,m->mj", b, np.ones(len(h_prev)))


def layer_backward(delta, h_prev, W):
    dW = np.einsum("mi,mj->ij", h_prev, delta)
    db = np.einsum("mj->j", delta)
    dh_prev = np.einsum("mj,ij->mi", delta, W)
    return dW, db, dh_prev


def backward(params, a, h, y, activation):
    f_prime = {"sigmoid": sigmoid_grad, "tanh": tanh_grad}[activation]
    L = len(a)
    delta = np.einsum("mj,->mj", h[L] - y, 1 / y.shape[0])
    grads = {}
    for l in reversed(range(1, L + 1)):
        dW, db, up = layer_backward(delta, h[l - 1], params[f"W{l}"])
        grads = {f"W{l}": dW, f"b{l}": db, **grads}
        if l > 1:
            delta = np.einsum("mi,mi->mi", up, f_prime(a[l - 2]))
    return grads
