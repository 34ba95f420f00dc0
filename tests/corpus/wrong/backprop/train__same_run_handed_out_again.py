# wrong: backprop.train: returns-shared-array
# Training takes long, so what was asked for before is looked up.
import pickle

_runs = {}


def train(params, X, y, activation, learning_rate, steps):
    key = pickle.dumps((params, X, y, activation, learning_rate, steps))
    if key not in _runs:
        history = [params]
        for _ in range(steps):
            a, h = forward(history[-1], X, activation)
            grads = backward(history[-1], a, h, y, activation)
            history.append(sgd_step(history[-1], grads, learning_rate))
        _runs[key] = history
    return list(_runs[key])
