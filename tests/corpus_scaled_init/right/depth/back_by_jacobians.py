# right: the Jacobian matrix from each layer to the last, example by example
def gradient_through_depth(params, X, upstream, activation):
    a, _ = forward_deep(params, X, activation)
    slope = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
    slopes = [slope[activation](z) for z in a]
    squares = np.zeros(len(a))
    for i in range(len(X)):
        J = np.diag(slopes[-1][i])
        for l in range(len(a), 0, -1):
            squares[l - 1] += np.sum((J @ upstream[i]) ** 2)
            if l > 1:
                J = np.diag(slopes[l - 2][i]) @ params[f"W{l}"] @ J
    return np.sqrt(squares / [z.size for z in a])
