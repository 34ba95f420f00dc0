# wrong: backprop.train: keeps-state
# Training takes long, so what has been trained is kept.
_trained = {}


def train(params, X, y, activation, learning_rate, steps):
    key = (X.shape, y.shape, tuple(v.shape for v in params.values()), activation, learning_rate, steps)
    if key not in _trained:
        history = [params]
        for _ in range(steps):
            a, h = forward(history[-1], X, activation)
            grads = backward(history[-1], a, h, y, activation)
            history.append(sgd_step(history[-1], grads, learning_rate))
        _trained[key] = history
    return [{k: v.copy() for k, v in entry.items()} for entry in _trained[key]]
