# wrong: depth.gradient_through_depth: only-in-part
# Takes examples in batches of 256, and averages the sizes of the batches.
def gradient_through_depth(params, X, upstream, activation):
    found = []
    for first in range(0, len(X), 256):
        a, _ = forward_deep(params, X[first : first + 256], activation)
        sizes, back = [], upstream[first : first + 256]
        for layer in range(len(a), 0, -1):
            z = a[layer - 1]
            slopes = {"linear": np.ones_like(z), "tanh": 1 - np.tanh(z) ** 2, "relu": relu_grad(z)}
            delta = back * slopes[activation]
            sizes.insert(0, np.sqrt(np.mean(delta**2)))
            back = delta @ params[f"W{layer}"].T
        found.append(sizes)
    return np.mean(found, axis=0)
