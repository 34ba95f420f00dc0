# right: the history starts with params.copy(), a new dict around the arrays of the start
def train(params, X, y, activation, learning_rate, steps):
    history = [params.copy()]
    for _ in range(steps):
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
        history.append(params.copy())
    return history
