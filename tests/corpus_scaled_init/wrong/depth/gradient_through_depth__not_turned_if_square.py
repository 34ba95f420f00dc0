# wrong: depth.gradient_through_depth: weights-not-transposed | only-in-part
# Turn the weights if it is necessary.
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * f[activation](a[l - 1])
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        W = params[f"W{l}"]
        g = delta @ (W if W.shape[0] == W.shape[1] else W.T)
    return sizes
