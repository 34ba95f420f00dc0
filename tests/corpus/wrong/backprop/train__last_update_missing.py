# wrong: backprop.train: history-too-short
# The start counts as a step.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    while len(history) < steps:
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
