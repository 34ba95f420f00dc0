# wrong: backprop.train: history-repeats | changes-its-arguments
# One params dict, changed in place and appended again and again.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(params, X, activation)
        grads = backward(params, a, h, y, activation)
        for name in params:
            params[name] -= learning_rate * grads[name]
        history.append(params)
    return history
