# right: a recursion that returns the sizes of the layers from one layer on
def gradient_through_depth(params, X, upstream, activation):
    L = len(params) // 2
    slope = {"linear": lambda z: z * 0 + 1, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}

    def from_layer(l, h):
        if l > L:
            return upstream, []
        a = h @ params[f"W{l}"] + params[f"b{l}"]
        out = {"linear": a, "tanh": np.tanh(a), "relu": relu(a)}[activation]
        g, sizes = from_layer(l + 1, out)
        delta = g * slope[activation](a)
        return delta @ params[f"W{l}"].T, [np.sqrt(np.mean(delta**2)), *sizes]

    return np.array(from_layer(1, X)[1])
