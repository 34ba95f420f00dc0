# right: all examples in every step, in another order each time
def train(params, X, y, activation, learning_rate, steps):
    shuffle = np.random.default_rng(0)
    history = [params]
    for _ in range(steps):
        order = shuffle.permutation(len(X))
        a, h = forward(history[-1], X[order], activation)
        grads = backward(history[-1], a, h, y[order], activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
