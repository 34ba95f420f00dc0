# right: math functions made ufuncs; what Python raises at the ends is caught
import math


def _logistic(x):
    try:
        return 1.0 / (1.0 + math.exp(-x))
    except OverflowError:
        return 0.0


_logistic_of = np.frompyfunc(_logistic, 1, 1)
_tanh_of = np.frompyfunc(math.tanh, 1, 1)


def sigmoid(a):
    return np.asarray(_logistic_of(a), dtype=np.float64)


def sigmoid_grad(a):
    return sigmoid(a) * sigmoid(-a)


def tanh_grad(a):
    t = np.asarray(_tanh_of(a), dtype=np.float64)
    return (1 - t) * (1 + t)
