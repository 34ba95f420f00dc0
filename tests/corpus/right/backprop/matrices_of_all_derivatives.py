# right: the full matrix of derivatives of the output by every layer's a, for each example
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    L, m, n_out = len(a), *y.shape
    J = np.broadcast_to(np.eye(n_out), (m, n_out, n_out))
    error, grads = (h[-1] - y) / m, {}
    for l in range(L, 0, -1):
        delta = np.einsum("io,ioj->ij", error, J)
        grads[f"b{l}"] = np.einsum("ij->j", delta)
        grads[f"W{l}"] = np.einsum("ik,ij->kj", h[l - 1], delta)
        if l > 1:
            J = (J @ params[f"W{l}"].T) * f(a[l - 2])[:, None, :]
    return dict(reversed(grads.items()))
