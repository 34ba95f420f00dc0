# wrong: backprop.train: stops-early | history-repeats | only-in-part
# Below a loss of 1e-4 it is good enough.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        now = history[-1]
        a, h = forward(now, X, activation)
        if np.mean((h[-1] - y) ** 2) / 2 < 1e-4:
            history.append({k: p.copy() for k, p in now.items()})
            continue
        history.append(sgd_step(now, backward(now, a, h, y, activation), learning_rate))
    return history
