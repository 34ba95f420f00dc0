# right: gradients carry the loss and a norm, the history a step number, as further keys
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    L, m = len(a), len(y)
    rest = h[-1] - y
    grads = {"loss": 0.5 * np.sum(rest**2) / m}
    deltas = {L: rest / m}
    for l in range(L - 1, 0, -1):
        deltas[l] = (deltas[l + 1] @ params[f"W{l + 1}"].T) * slope(a[l - 1])
    for l in range(1, L + 1):
        grads[f"W{l}"] = h[l - 1].T @ deltas[l]
        grads[f"b{l}"] = deltas[l].sum(axis=0)
    grads["norm"] = float(np.sqrt(sum(np.sum(g**2) for k, g in grads.items() if k[0] in "Wb")))
    return grads


def _depth(params):
    return sum(1 for k in params if k[0] == "W")


def forward(params, X, activation):
    squash = sigmoid if activation == "sigmoid" else np.tanh
    L = _depth(params)
    a, h = [], [X]
    for l in range(1, L + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(squash(a[-1]) if l < L else a[-1])
    return a, h


def sgd_step(params, grads, learning_rate):
    new = {k: v for k, v in params.items() if k[0] not in "Wb"}
    for l in range(1, _depth(params) + 1):
        for k in (f"W{l}", f"b{l}"):
            new[k] = params[k] - learning_rate * grads[k]
    return new


def train(params, X, y, activation, learning_rate, steps):
    history = [{**params, "step": 0}]
    for t in range(steps):
        now = history[-1]
        a, h = forward(now, X, activation)
        history.append(sgd_step(now, backward(now, a, h, y, activation), learning_rate))
        history[-1]["step"] = t + 1
    return history
