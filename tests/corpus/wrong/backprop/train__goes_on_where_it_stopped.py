# wrong: backprop.train: keeps-state | params-ignored
# Called again with the same start, go on from the end of last time.
_ENDS = {}


def train(params, X, y, activation, learning_rate, steps):
    key = tuple(params[name].tobytes() for name in sorted(params))
    history = [_ENDS.get(key, params)]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    _ENDS[key] = {name: p.copy() for name, p in history[-1].items()}
    return history
