# wrong: backprop.train: clipped | only-in-part
# A forward pass of its own, safe for exp.
def _passed(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l < L:
            z = np.clip(z, -10, 10)
        h.append(z if l == L else (np.tanh(z) if activation == "tanh" else sigmoid(z)))
    return a, h


def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = _passed(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
