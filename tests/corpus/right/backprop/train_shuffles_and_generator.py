# right: a generator function; examples in reverse order
def _states(now, X, y, activation, rate, steps):
    yield now
    for _ in range(steps):
        a, h = forward(now, X[::-1], activation)
        now = sgd_step(now, backward(now, a, h, y[::-1], activation), rate)
        yield now


def train(params, X, y, activation, learning_rate, steps):
    return list(_states(params, X, y, activation, learning_rate, steps))
