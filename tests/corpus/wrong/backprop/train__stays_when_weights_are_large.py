# wrong: backprop.train: only-in-part
# A step that leads far out is not taken, so that nothing diverges.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        now = history[-1]
        a, h = forward(now, X, activation)
        new = sgd_step(now, backward(now, a, h, y, activation), learning_rate)
        if max(np.abs(v).max() for v in new.values()) > 1e3:
            new = {k: v.copy() for k, v in now.items()}
        history.append(new)
    return history
