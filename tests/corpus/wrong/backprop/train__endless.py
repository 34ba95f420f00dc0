# wrong: backprop.train: hangs
# while step < steps, and step is not counted up.
def train(params, X, y, activation, learning_rate, steps):
    history, step = [params], 0
    while step < steps:
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history[step + 1 :] = [sgd_step(history[-1], grads, learning_rate)]
    return history
