# right: sorts the activations and counts with bisect
from bisect import bisect_left, bisect_right


def saturated_fraction(h, activation, tol=0.01):
    values = sorted(np.ravel(h).tolist())
    bottom = {"sigmoid": 0.0, "tanh": -1.0}[activation]
    low = bisect_right(values, bottom + tol)
    high = len(values) - bisect_left(values, 1.0 - tol)
    return (low + high) / len(values)
