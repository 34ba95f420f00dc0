# right: the gradient is kept at size 1 on its way, the size apart
def gradient_through_depth(params, X, upstream, activation):
    a, _ = forward_deep(params, X, activation)
    slope = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    g, scale, sizes = upstream, 1.0, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * slope[activation](a[l - 1])
        size = np.sqrt(np.mean(delta**2))
        sizes[l - 1] = size * scale
        if size == 0.0:
            break
        scale *= size
        g = (delta / size) @ params[f"W{l}"].T
    return sizes
