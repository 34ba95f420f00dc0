# right: from numpy import *, so max, sum, abs and any are numpy's
from numpy import *
from numpy.linalg import norm


def neuron_gap(W):
    sizes = norm(W, axis=0)
    if all(sizes == 0):
        return 0.0
    return max(norm(expand_dims(W, 2) - expand_dims(W, 1), axis=0)) / max(sizes)


def saturated_fraction(h, activation, tol=0.01):
    centre, radius = (0.5, 0.5) if activation == "sigmoid" else (0, 1)
    return mean(abs(h - centre) > radius - tol)


def relative_gradient(a, activation):
    if activation == "sigmoid":
        s = 1 / (1 + exp(-a))
        return mean(s * (1 - s)) * 4
    return mean(1 - tanh(a) ** 2)
