# right: the chain rule for one example, outer products added up
def backward(params, a, h, y, activation):
    grads = {name: np.zeros_like(p) for name, p in params.items()}
    m, L = len(y), len(a)
    for i in range(m):
        d = (h[L][i] - y[i]) / m
        for l in range(L, 0, -1):
            grads[f"W{l}"] += np.outer(h[l - 1][i], d)
            grads[f"b{l}"] += d
            if l > 1:
                f = sigmoid_grad if activation == "sigmoid" else tanh_grad
                d = (params[f"W{l}"] @ d) * f(a[l - 2][i])
    return grads
