# right: exact sums
import math


def relative_gradient(a, activation):
    half = 1.0 if activation == "tanh" else 0.5
    values = [1.0 - math.tanh(half * x) ** 2 for x in np.asarray(a).ravel()]
    return math.fsum(values) / len(values)
