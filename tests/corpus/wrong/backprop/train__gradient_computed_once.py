# wrong: backprop.train: stale-gradients
# The gradient before the loop, the steps in the loop.
def train(params, X, y, activation, learning_rate, steps):
    a, h = forward(params, X, activation)
    grads = backward(params, a, h, y, activation)
    history = [params]
    for _ in range(steps):
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
