# wrong: backprop.train: changes-its-arguments
# The history is right; the caller's params are the trained ones afterwards.
import copy


def train(params, X, y, activation, learning_rate, steps):
    history = [copy.deepcopy(params)]
    for _ in range(steps):
        a, h = forward(params, X, activation)
        grads = backward(params, a, h, y, activation)
        for name in params:
            params[name] -= learning_rate * grads[name]
        history.append(copy.deepcopy(params))
    return history
