# wrong: backprop.train: rounded | clipped | only-in-part
# Inputs below the noise of the instrument say nothing.
def train(params, X, y, activation, learning_rate, steps):
    X = np.where(np.abs(X) < 2e-5, 0.0, X)
    history = [params]
    while len(history) <= steps:
        a, h = forward(history[-1], X, activation)
        history.append(sgd_step(history[-1], backward(history[-1], a, h, y, activation), learning_rate))
    return history
