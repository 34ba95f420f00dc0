# wrong: backprop.train: changes-its-arguments
# Shuffle the examples first (the targets in the same way).
def train(params, X, y, activation, learning_rate, steps):
    np.random.default_rng(0).shuffle(X)
    np.random.default_rng(0).shuffle(y)
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
