# wrong: backprop.train: history-too-long
# range(steps + 1) and the start.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps + 1):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
