# wrong: depth.gradient_through_depth: wrong-shape
# Leaves the loop where nothing comes back.
def gradient_through_depth(params, X, upstream, activation):
    slope = {"linear": np.ones_like, "tanh": lambda a: 1.0 - np.tanh(a) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    sizes, back = [], upstream
    for i in reversed(range(len(a))):
        delta = back * slope[activation](a[i])
        sizes.insert(0, np.sqrt(np.mean(delta**2)))
        if not delta.any():
            break
        back = delta @ params[f"W{i + 1}"].T
    return np.array(sizes)
