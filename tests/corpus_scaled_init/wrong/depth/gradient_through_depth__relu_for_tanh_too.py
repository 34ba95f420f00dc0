# wrong: depth.gradient_through_depth: slope-of-another-activation | ignores-activation-name
# relu_grad for all that is not linear.
def gradient_through_depth(params, X, upstream, activation):
    a, h = forward_deep(params, X, activation)
    g, sizes = upstream, np.zeros(len(a))
    for l in range(len(a), 0, -1):
        delta = g if activation == "linear" else g * relu_grad(a[l - 1])
        sizes[l - 1] = np.sqrt(np.mean(delta**2))
        g = delta @ params[f"W{l}"].T
    return sizes
