# wrong: backprop.train: history-repeats | changes-its-arguments
# params.copy() for the history, -= for the update.
def train(params, X, y, activation, learning_rate, steps):
    history = [params.copy()]
    for _ in range(steps):
        a, h = forward(params, X, activation)
        grads = backward(params, a, h, y, activation)
        for name, array in params.items():
            array -= learning_rate * grads[name]
        history.append(params.copy())
    return history
