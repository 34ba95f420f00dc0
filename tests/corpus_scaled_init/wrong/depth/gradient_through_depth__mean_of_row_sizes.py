# wrong: depth.gradient_through_depth: root-inside-mean
# Size for each example, averaged.
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * f[activation](a[l - 1])
        sizes[l - 1] = np.mean([np.sqrt(np.mean(row**2)) for row in delta])
        g = delta @ params[f"W{l}"].T
    return sizes
