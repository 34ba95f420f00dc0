# wrong: backprop.train: step-decay | only-in-part
# Half the rate after every 50 steps.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for t in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate * 0.5 ** (t // 50)))
    return history
