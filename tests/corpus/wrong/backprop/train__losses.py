# wrong: backprop.train: wrong-type
# The history of the loss.
def train(params, X, y, activation, learning_rate, steps):
    losses = []
    for _ in range(steps + 1):
        a, h = forward(params, X, activation)
        losses.append(float(np.mean(np.sum((h[-1] - y) ** 2, axis=1)) / 2))
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
    return losses
