# wrong: backprop.train: history-repeats
# Prepare the list, fill it in ... one place too far to the left, so it never moves.
def train(params, X, y, activation, learning_rate, steps):
    history = [params] * (steps + 1)
    for _ in range(steps):
        a, h = forward(history[0], X, activation)
        sgd_step(history[0], backward(history[0], a, h, y, activation), learning_rate)
    return history
