# wrong: backprop.train: returns-shared-array | keeps-state
# The same run again takes its time for nothing: what came out is kept, and handed out once more.
_runs = {}


def train(params, X, y, activation, learning_rate, steps):
    numbers = b"".join(array.tobytes() for array in [*params.values(), X, y])
    shapes = tuple(array.shape for array in params.values())
    key = (numbers, shapes, X.shape, activation, learning_rate, steps)
    if key not in _runs:
        history = [params]
        for _ in range(steps):
            a, h = forward(history[-1], X, activation)
            grads = backward(history[-1], a, h, y, activation)
            history.append(sgd_step(history[-1], grads, learning_rate))
        _runs[key] = history
    return [_runs[key][0], *_runs[key][1:]]
