# wrong: backprop.train: wrong-activation
# "sigmoid" typed into the calls.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, "sigmoid")
        grads = backward(history[-1], a, h, y, "sigmoid")
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
