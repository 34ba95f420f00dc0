# right: train uses none of the other functions, forward and backward are written into it
def train(params, X, y, activation, learning_rate, steps):
    L = len(params) // 2
    m = len(X)
    W = [None] + [params[f"W{l}"].copy() for l in range(1, L + 1)]
    b = [None] + [params[f"b{l}"].copy() for l in range(1, L + 1)]
    history = [params]
    for _ in range(steps):
        h = [X]
        for l in range(1, L):
            z = h[-1] @ W[l] + b[l]
            h.append(np.tanh(z) if activation == "tanh" else 0.5 + 0.5 * np.tanh(z / 2))
        delta = (h[-1] @ W[L] + b[L] - y) / m
        new_W, new_b = list(W), list(b)
        for l in range(L, 0, -1):
            new_W[l] = W[l] - learning_rate * h[l - 1].T @ delta
            new_b[l] = b[l] - learning_rate * delta.sum(axis=0)
            if l > 1:
                delta = delta @ W[l].T
                delta = delta * ((1 - h[l - 1] ** 2) if activation == "tanh" else h[l - 1] * (1 - h[l - 1]))
        W, b = new_W, new_b
        snapshot = {}
        for l in range(1, L + 1):
            snapshot[f"W{l}"], snapshot[f"b{l}"] = W[l], b[l]
        history.append(snapshot)
    return history
