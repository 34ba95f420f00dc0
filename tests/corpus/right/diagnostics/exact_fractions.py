# right: squared lengths in exact fractions, one root at the end
import math
from fractions import Fraction
from itertools import combinations


def neuron_gap(W):
    columns = [[Fraction(float(v)) for v in column] for column in W.T]
    square = lambda v: sum((x * x for x in v), Fraction(0))
    largest = max(square(c) for c in columns)
    if largest == 0:
        return 0.0
    pairs = combinations(columns, 2)
    furthest = max((square([p - q for p, q in zip(u, v)]) for u, v in pairs), default=Fraction(0))
    return math.sqrt(furthest / largest)
