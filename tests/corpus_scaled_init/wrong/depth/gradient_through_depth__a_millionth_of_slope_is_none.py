# wrong: depth.gradient_through_depth: rounded | clipped | only-in-part
# Slopes below a millionth are rounding.
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        slope = f[activation](a[l - 1])
        delta = g * np.where(slope < 1e-6, 0.0, slope)
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
