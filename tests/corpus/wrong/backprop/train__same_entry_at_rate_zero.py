# wrong: backprop.train: history-repeats | returns-shared-array | arrays-shared | only-in-part
# Rate 0: the start, again and again.
def train(params, X, y, activation, learning_rate, steps):
    if learning_rate == 0:
        return [params] * (steps + 1)
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
