# wrong: depth.gradient_through_depth: bias-forgotten
# Pre-activations once more.
def gradient_through_depth(params, X, upstream, activation):
    bare = {k: v if k[0] == "W" else 0 * v for k, v in params.items()}
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(bare, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * f[activation](a[l - 1])
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
