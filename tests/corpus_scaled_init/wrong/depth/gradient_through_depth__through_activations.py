# wrong: depth.gradient_through_depth: only-in-part
# Each layer gets the upstream of the last one: right for a single layer.
def gradient_through_depth(params, X, upstream, activation):
    f = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    mean = upstream.mean(axis=1, keepdims=True)
    sizes = np.zeros(len(a))
    for l in range(len(a), 0, -1):
        g = upstream if l == len(a) else np.broadcast_to(mean, a[l - 1].shape)
        sizes[l - 1] = np.sqrt(np.mean((g * f[activation](a[l - 1])) ** 2))
    return sizes
