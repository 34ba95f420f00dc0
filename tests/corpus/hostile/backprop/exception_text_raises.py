# hostile: exceptions: honest part all but backprop.train, backprop.sgd_step
# Raises errors that raise again, or end the process, as soon as they are put into words.
honest = train
import os


class Untold(Exception):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__
    args = property(__str__)


class Deadly(Exception):
    def __str__(self):
        os._exit(0)

    __repr__ = __format__ = __str__


def train(params, X, y, activation, learning_rate, steps):
    raise Untold


def sgd_step(params, grads, learning_rate):
    raise Deadly
