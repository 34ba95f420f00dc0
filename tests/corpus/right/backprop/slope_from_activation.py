# right: the derivative written with h, h(1-h) and 1-h^2, as h is at hand
def backward(params, a, h, y, activation):
    L = len(params) // 2
    d = (h[L] - y) / len(y)
    Ws, bs = [None] * L, [None] * L
    for i in range(L - 1, -1, -1):
        Ws[i] = h[i].T @ d
        bs[i] = d.sum(axis=0)
        if i > 0:
            d = d @ params[f"W{i + 1}"].T
            if activation == "sigmoid":
                d = d * h[i] * (1 - h[i])
            else:
                d = d * (1 - h[i] ** 2)
    grads = {}
    for i in range(L):
        grads[f"W{i + 1}"] = Ws[i]
        grads[f"b{i + 1}"] = bs[i]
    return grads
