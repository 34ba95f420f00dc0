# wrong: backprop.train: history-too-short
# Saves memory: every tenth entry.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for step in range(1, steps + 1):
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
        if step % 10 == 0:
            history.append(params)
    return history
