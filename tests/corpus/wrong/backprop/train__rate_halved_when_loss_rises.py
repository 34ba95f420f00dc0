# wrong: backprop.train: step-decay | rate-ignored | only-in-part
# The loss must not rise.
def train(params, X, y, activation, learning_rate, steps):
    history, before = [params], np.inf
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        loss = np.sum((h[-1] - y) ** 2)
        if loss > before:
            learning_rate = learning_rate / 2
        before = loss
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
