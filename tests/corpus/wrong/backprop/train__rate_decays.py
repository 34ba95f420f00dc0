# wrong: backprop.train: step-decay
# Smaller steps towards the end.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for step in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate / (1 + 0.01 * step)))
    return history
