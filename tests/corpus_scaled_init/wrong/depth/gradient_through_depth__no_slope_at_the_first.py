# wrong: depth.gradient_through_depth: derivative-missing
# The first layer is taken for the inputs.
def gradient_through_depth(params, X, upstream, activation):
    slope = {"linear": np.ones_like, "tanh": lambda a: 1.0 - np.tanh(a) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    sizes, back = np.zeros(len(a)), upstream
    for i in reversed(range(len(a))):
        delta = back * slope[activation](a[i]) if i > 0 else back
        sizes[i] = np.sqrt(np.mean(delta**2))
        back = delta @ params[f"W{i + 1}"].T
    return sizes
