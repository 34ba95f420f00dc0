# wrong: backprop.train: stale-gradients
# X does not change, so forward is called once.
def train(params, X, y, activation, learning_rate, steps):
    a, h = forward(params, X, activation)
    history = [params]
    for _ in range(steps):
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
