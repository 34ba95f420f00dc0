# wrong: depth.gradient_through_depth: finite-differences
# A step so small that rounding is all that is wrong, also of straight lines.
def gradient_through_depth(params, X, upstream, activation):
    activate = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, _ = forward_deep(params, X, activation)
    sizes, back, step = np.zeros(len(a)), upstream, 1e-6
    for layer in reversed(range(len(a))):
        rise = activate(a[layer] + step) - activate(a[layer] - step)
        delta = back * rise / (2 * step)
        sizes[layer] = np.sqrt(np.mean(delta**2))
        back = delta @ params[f"W{layer + 1}"].T
    return sizes
