# wrong: backprop.train: ascent
# Calls the step with minus the rate.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, -learning_rate))
    return history
