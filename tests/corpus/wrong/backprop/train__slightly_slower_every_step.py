# wrong: backprop.train: step-decay
# A little annealing does no harm.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for t in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate / (1 + 1e-4 * t)))
    return history
