# wrong: backprop.train: only-in-part
# It has diverged, there is no point in going on; the rest is the last good one.
def train(params, X, y, activation, learning_rate, steps):
    def loss_of(p):
        return 0.5 * np.sum((forward(p, X, activation)[1][-1] - y) ** 2) / len(X)

    history, loss = [params], loss_of(params)
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        new = sgd_step(history[-1], backward(history[-1], a, h, y, activation), learning_rate)
        now = loss_of(new)
        if now > loss:
            break
        history.append(new)
        loss = now
    while len(history) < steps + 1:
        history.append({k: v.copy() for k, v in history[-1].items()})
    return history
