# right: the chain rule for every example, averaged
def backward(params, a, h, y, activation):
    m, L = len(y), len(a)
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    total = {k: np.zeros(params[k].shape) for l in range(1, L + 1) for k in (f"W{l}", f"b{l}")}
    for i in range(m):
        d = h[-1][i] - y[i]
        for l in range(L, 0, -1):
            total[f"W{l}"] += h[l - 1][i][:, None] * d[None, :] / m
            total[f"b{l}"] += d / m
            if l > 1:
                d = (params[f"W{l}"] @ d) * slope(a[l - 2][i])
    return total
