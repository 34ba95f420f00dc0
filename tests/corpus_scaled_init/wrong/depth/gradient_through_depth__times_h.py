# wrong: depth.gradient_through_depth: activation-for-derivative
# Times the activation.
def gradient_through_depth(params, X, upstream, activation):
    a, h = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * (h[l] if activation != "linear" else 1.0)
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
