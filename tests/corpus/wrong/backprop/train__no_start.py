# wrong: backprop.train: history-without-start
# The history of the updates.
def train(params, X, y, activation, learning_rate, steps):
    history = []
    for _ in range(steps):
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
        history.append(params)
    return history
