# wrong: backprop.train: only-the-end
# Returns the trained network.
def train(params, X, y, activation, learning_rate, steps):
    for _ in range(steps):
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
    return params
