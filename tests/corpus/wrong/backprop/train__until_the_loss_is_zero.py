# wrong: backprop.train: hangs
# Train until the loss is practically zero; only the first steps are kept.
def train(params, X, y, activation, learning_rate, steps):
    history, now = [params], params
    while True:
        a, h = forward(now, X, activation)
        if np.mean((h[-1] - y) ** 2) < 1e-20:
            return history
        now = sgd_step(now, backward(now, a, h, y, activation), learning_rate)
        if len(history) <= steps:
            history.append(now)
