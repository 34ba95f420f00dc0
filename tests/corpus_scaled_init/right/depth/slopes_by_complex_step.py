# right: slopes by complex steps, which take no difference and so are exact
def gradient_through_depth(params, X, upstream, activation):
    a, _ = forward_deep(params, X, activation)
    f = {"linear": lambda z: z, "tanh": np.tanh, "relu": lambda z: np.where(z.real > 0, z, 0)}
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g * f[activation](a[l - 1] + 1e-100j).imag / 1e-100
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
