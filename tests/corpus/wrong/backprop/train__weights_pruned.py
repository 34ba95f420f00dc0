# wrong: backprop.train: clipped | rounded | only-in-part
# Parameters below a hundred thousandth are as good as none.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        new = sgd_step(history[-1], backward(history[-1], a, h, y, activation), learning_rate)
        history.append({k: np.where(np.abs(v) < 1e-5, 0.0, v) for k, v in new.items()})
    return history
