# wrong: backprop.train: stale-gradients
# Forward at the end of the round, but with the old params.
def train(params, X, y, activation, learning_rate, steps):
    a, h = forward(params, X, activation)
    history = [params]
    for _ in range(steps):
        old = history[-1]
        history.append(sgd_step(old, backward(old, a, h, y, activation), learning_rate))
        a, h = forward(old, X, activation)
    return history
