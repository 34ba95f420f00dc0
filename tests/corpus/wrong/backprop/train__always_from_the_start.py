# wrong: backprop.train: restarts-every-step
# params on the right-hand side is the start, in every round.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(params, X, activation)
        grads = backward(params, a, h, y, activation)
        history.append(sgd_step(params, grads, learning_rate))
    return history
