# wrong: backprop.train: input-standardised | only-in-part
# Large inputs saturate.
def train(params, X, y, activation, learning_rate, steps):
    if np.abs(X).max() > 5:
        X = X / np.abs(X).max()
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
