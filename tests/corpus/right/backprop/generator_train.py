# right: an endless generator of parameters, cut off by islice
from itertools import islice


def descent(params, X, y, activation, learning_rate):
    while True:
        yield params
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)


def train(params, X, y, activation, learning_rate, steps):
    return list(islice(descent(params, X, y, activation, learning_rate), steps + 1))
