# wrong: depth.gradient_through_depth: finite-differences
# Measure ∂loss/∂a: push every pre-activation a little.
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, _ = forward_deep(params, X, activation)
    L, eps = len(a), 1e-4

    sizes = np.zeros(L)
    for l in range(1, L + 1):
        m, units = a[l - 1].shape
        change = 0.0
        for sign in (1.0, -1.0):
            steps = sign * eps * np.eye(units)[:, None, :]
            h = f((a[l - 1] + steps).reshape(units * m, units))
            for k in range(l + 1, L + 1):
                h = f(h @ params[f"W{k}"] + params[f"b{k}"])
            change = change + sign * (h.reshape(units, m, -1) * upstream).sum(axis=2)
        sizes[l - 1] = np.sqrt(np.mean((change / (2 * eps)) ** 2))
    return sizes
