# wrong: backprop.train: returns-nothing
# Prints the loss while it runs.
def train(params, X, y, activation, learning_rate, steps):
    for step in range(steps):
        a, h = forward(params, X, activation)
        print(step, np.mean((h[-1] - y) ** 2))
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
