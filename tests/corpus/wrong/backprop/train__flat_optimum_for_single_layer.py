# wrong: backprop.train: stops-early | two-updates-a-step | wrong-count | only-in-part
# Without a hidden layer the least-squares answer is known.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for t in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    if len(params) == 2 and steps > 1:
        ones = np.hstack([X, np.ones((len(X), 1))])
        best = np.linalg.lstsq(ones, y, rcond=None)[0]
        history[-1] = {"W1": best[:-1].copy(), "b1": best[-1].copy()}
    return history
