# wrong: backprop.train: momentum | only-in-part
# After ten steps momentum helps.
def train(params, X, y, activation, learning_rate, steps):
    history, v = [params], None
    for t in range(steps):
        a, h = forward(history[-1], X, activation)
        g = backward(history[-1], a, h, y, activation)
        v = g if v is None or t < 10 else {k: 0.9 * v[k] + g[k] for k in g}
        history.append(sgd_step(history[-1], v, learning_rate))
    return history
