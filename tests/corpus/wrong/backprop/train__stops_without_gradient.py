# wrong: backprop.train: history-too-short | stops-early | only-in-part
# Arrived: nothing changes any more.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        if all(np.abs(g).max() < 1e-8 for g in grads.values()):
            break
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
