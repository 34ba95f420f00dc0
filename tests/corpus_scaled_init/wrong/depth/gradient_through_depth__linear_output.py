# wrong: depth.gradient_through_depth: last-slope-missing | derivative-missing
# The last layer is linear.
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    L = len(a)
    delta = upstream
    sizes = np.zeros(L)
    for l in range(L, 0, -1):
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        if l > 1:
            delta = (delta @ params[f"W{l}"].T) * f[activation](a[l - 2])
    return sizes
