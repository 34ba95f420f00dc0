# wrong: backprop.train: two-updates-a-step | only-in-part
# One example alone is learned twice a step.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        now = history[-1]
        for _ in range(2 if len(X) == 1 else 1):
            a, h = forward(now, X, activation)
            now = sgd_step(now, backward(now, a, h, y, activation), learning_rate)
        history.append(now)
    return history
