# wrong: backprop.train: one-example-a-step
# A step is a sweep: an update after every example.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        now = history[-1]
        for x_row, y_row in zip(X, y):
            a, h = forward(now, x_row[None, :], activation)
            now = sgd_step(now, backward(now, a, h, y_row[None, :], activation), learning_rate)
        history.append(now)
    return history
