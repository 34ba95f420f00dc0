# wrong: backprop.train: clipped | only-in-part
# Outliers among the targets are cut off.
def train(params, X, y, activation, learning_rate, steps):
    y = np.clip(y, -7.0, 7.0)
    now, history = params, [params]
    for _ in range(steps):
        a, h = forward(now, X, activation)
        now = sgd_step(now, backward(now, a, h, y, activation), learning_rate)
        history.append(now)
    return history
