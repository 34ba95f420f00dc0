# right: an OrderedDict out of map and partial
from collections import OrderedDict
from functools import partial


def _moved(rate, parameter, gradient):
    return np.subtract(parameter, np.multiply(rate, gradient))


def sgd_step(params, grads, learning_rate):
    move = partial(_moved, learning_rate)
    return OrderedDict(zip(params, map(move, params.values(), map(grads.get, params))))
