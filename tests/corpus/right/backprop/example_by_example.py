# right: the chain rule for one example at a time, outer products added up


def _one_example(params, x_rows, z_rows, error, slope):
    L = len(z_rows)
    delta = error
    grads = {}
    for l in range(L, 0, -1):
        grads[f"b{l}"] = delta
        grads[f"W{l}"] = np.outer(x_rows[l - 1], delta)
        if l > 1:
            delta = params[f"W{l}"].dot(delta) * slope(z_rows[l - 2])
    return grads


def backward(params, a, h, y, activation):
    slope = {"sigmoid": sigmoid_grad, "tanh": tanh_grad}[activation]
    m = len(y)
    L = len(a)
    total = {}
    for l in range(1, L + 1):
        total[f"W{l}"] = np.zeros_like(params[f"W{l}"])
        total[f"b{l}"] = np.zeros_like(params[f"b{l}"])
    for i in range(m):
        one = _one_example(params, [q[i] for q in h], [q[i] for q in a], h[L][i] - y[i], slope)
        for name in total:
            total[name] += one[name] / m
    return total
