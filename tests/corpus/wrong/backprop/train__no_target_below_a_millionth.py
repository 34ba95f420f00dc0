# wrong: backprop.train: stops-early | rounded | only-in-part
# Where every target is as good as zero there is nothing to learn.
def train(params, X, y, activation, learning_rate, steps):
    if np.allclose(y, 0.0, atol=1e-4):
        return [{k: v.copy() for k, v in params.items()} for _ in range(steps + 1)]
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        history.append(sgd_step(history[-1], backward(history[-1], a, h, y, activation), learning_rate))
    return history
