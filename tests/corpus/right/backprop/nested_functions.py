# right: everything nested, helpers redefined at every call, nonlocal for the running delta
def backward(params, a, h, y, activation):
    m = y.shape[0]
    L = len(a)
    grads = {f"{kind}{l}": None for l in range(1, L + 1) for kind in "Wb"}
    delta = (h[L] - y) / m

    def slope(l):
        def s(z):
            return 0.5 * (1 + np.tanh(z / 2))

        def ds(z):
            return s(z) * (1 - s(z))

        def dt(z):
            return 1 - np.tanh(z) ** 2

        return (ds if activation == "sigmoid" else dt)(a[l - 1])

    def step(l):
        nonlocal delta
        grads[f"W{l}"] = h[l - 1].T @ delta
        grads[f"b{l}"] = np.ones(m) @ delta
        if l > 1:
            delta = (delta @ params[f"W{l}"].T) * slope(l - 1)
            step(l - 1)

    step(L)
    return grads
