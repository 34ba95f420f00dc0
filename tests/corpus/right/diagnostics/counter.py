# right: collections.Counter of names
from collections import Counter


def _name(v, low, tol):
    if v - low <= tol:
        return "stuck low"
    if 1 - v <= tol:
        return "stuck high"
    return "free"


def saturated_fraction(h, activation, tol=0.01):
    low = 0 if activation == "sigmoid" else -1
    names = Counter(_name(v, low, tol) for v in np.nditer(h))
    return (names["stuck low"] + names["stuck high"]) / sum(names.values())
