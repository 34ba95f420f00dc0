# wrong: depth.gradient_through_depth: activation-for-derivative | slope-of-another-activation
# f(a) = a
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.copy, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * f[activation](a[l - 1])
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
