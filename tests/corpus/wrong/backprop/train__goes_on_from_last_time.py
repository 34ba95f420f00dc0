# wrong: backprop.train: keeps-state | params-ignored
# Called again on the same network, training goes on.
_TRAINED = {}


def train(params, X, y, activation, learning_rate, steps):
    key = (activation, X.shape, tuple(p.tobytes() for p in params.values()))
    history = [_TRAINED.get(key, params)]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    _TRAINED[key] = history[-1]
    return history
