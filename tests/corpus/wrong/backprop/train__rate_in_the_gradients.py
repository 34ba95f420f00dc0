# wrong: backprop.train: rate-twice
# Multiplied by the rate before and in sgd_step.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        steps_to_take = {name: learning_rate * g for name, g in grads.items()}
        history.append(sgd_step(history[-1], steps_to_take, learning_rate))
    return history
