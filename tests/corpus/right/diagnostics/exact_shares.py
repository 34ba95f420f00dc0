# right: a Fraction made float; boundaries from a dict
from fractions import Fraction

LIMITS = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}


def saturated_fraction(h, activation, tol=0.01):
    near = [any(abs(x - limit) < tol for limit in LIMITS[activation]) for x in h.ravel().tolist()]
    return float(Fraction(sum(near), len(near)))
