# wrong: backprop.train: params-ignored
# Training starts from zero weights, so params is only needed for the shapes.
def train(params, X, y, activation, learning_rate, steps):
    params = {name: np.zeros(value.shape) for name, value in params.items()}
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
