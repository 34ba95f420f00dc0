# wrong: depth.gradient_through_depth: off-by-one-layer
# The weights that fit.
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * f[activation](a[l - 1])
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        W, below = params[f"W{l}"], params.get(f"W{l - 1}")
        g = delta @ (below.T if below is not None and below.shape == W.shape else W.T)
    return sizes
