# wrong: depth.gradient_through_depth: slope-of-another-activation
# h(1 - h)
def gradient_through_depth(params, X, upstream, activation):
    a, h = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        slope = {"linear": 1.0, "tanh": h[l] * (1 - h[l]), "relu": relu_grad(a[l - 1])}
        delta = g * slope[activation]
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
