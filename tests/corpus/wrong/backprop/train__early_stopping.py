# wrong: backprop.train: stops-early | history-too-short
# No need to go on when the loss falls by less than one percent.
def train(params, X, y, activation, learning_rate, steps):
    history, best = [params], np.inf
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        loss = 0.5 * np.sum((h[-1] - y) ** 2) / len(y)
        if loss > 0.99 * best:
            break
        best = loss
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
