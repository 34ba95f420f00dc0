# wrong: backprop.train: biases-not-updated
# The biases are zero anyway.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        for name in grads:
            if name[0] == "b":
                grads[name] = np.zeros_like(grads[name])
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
