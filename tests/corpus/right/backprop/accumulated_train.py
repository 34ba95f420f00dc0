# right: training as itertools.accumulate over the step numbers
from itertools import accumulate


def train(params, X, y, activation, learning_rate, steps):
    def step(p, _):
        return sgd_step(p, backward(p, *forward(p, X, activation), y, activation), learning_rate)

    return [*accumulate(range(steps), step, initial=params)]
