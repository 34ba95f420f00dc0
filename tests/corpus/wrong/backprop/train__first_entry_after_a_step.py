# wrong: backprop.train: history-without-start
# steps + 1 entries, but the first one is already after a step.
def train(params, X, y, activation, learning_rate, steps):
    history = []
    for _ in range(steps + 1):
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
        history.append(params)
    return history
