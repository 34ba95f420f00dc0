# wrong: backprop.train: history-too-short | only-in-part
# Long histories are thinned out.
def train(params, X, y, activation, learning_rate, steps):
    history, now = [params], params
    for t in range(1, steps + 1):
        a, h = forward(now, X, activation)
        now = sgd_step(now, backward(now, a, h, y, activation), learning_rate)
        if steps <= 50 or t % 2 == 0:
            history.append(now)
    return history
