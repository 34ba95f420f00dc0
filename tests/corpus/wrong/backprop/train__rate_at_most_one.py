# wrong: backprop.train: rate-ignored | clipped | only-in-part
# More than 1 diverges.
def train(params, X, y, activation, learning_rate, steps):
    learning_rate = min(1.0, learning_rate)
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
