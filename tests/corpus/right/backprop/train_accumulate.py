# right: itertools.accumulate
from itertools import accumulate, repeat


def train(params, X, y, activation, learning_rate, steps):
    def step(now, _):
        a, h = forward(now, X, activation)
        return sgd_step(now, backward(now, a, h, y, activation), learning_rate)

    return tuple(accumulate(repeat(None, int(steps)), step, initial=params))
