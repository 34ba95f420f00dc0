# wrong: backprop.train: stops-early | only-in-part
# A gradient of 1e-8 is none.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        now = history[-1]
        a, h = forward(now, X, activation)
        grads = backward(now, a, h, y, activation)
        if max(np.abs(g).max() for g in grads.values()) < 1e-8:
            grads = {name: 0.0 * g for name, g in grads.items()}
        history.append(sgd_step(now, grads, learning_rate))
    return history
