# wrong: backprop.train: step-decay | rate-ignored | only-in-part
# When the loss rises the rate was too large: half of it from there on.
def train(params, X, y, activation, learning_rate, steps):
    history, before = [params], np.inf
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        loss = 0.5 * ((h[-1] - y) ** 2).sum() / len(y)
        learning_rate = learning_rate / 2 if loss > before else learning_rate
        before = loss
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
