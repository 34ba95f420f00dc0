# wrong: backprop.train: one-example-a-step
# Stochastic gradient descent: example 0, 1, 2, ...
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for step in range(steps):
        i = step % len(X)
        a, h = forward(history[-1], X[i : i + 1], activation)
        grads = backward(history[-1], a, h, y[i : i + 1], activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
