# right: a class with methods
class Net:
    def __init__(self, params, activation):
        self.params, self.activation = params, activation

    def fit_once(self, X, y, rate):
        a, h = forward(self.params, X, self.activation)
        grads = backward(self.params, a, h, y, self.activation)
        self.params = sgd_step(self.params, grads, rate)
        return self.params


def train(params, X, y, activation, learning_rate, steps):
    net = Net({**params}, activation)
    return [params] + [net.fit_once(X, y, learning_rate) for _ in range(steps)]
