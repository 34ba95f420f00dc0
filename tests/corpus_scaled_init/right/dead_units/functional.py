# right: functools.reduce over the examples
from functools import reduce


def dead_fraction(a):
    still = reduce(lambda dead, row: dead & (row <= 0), a, np.full(a.shape[1], True))
    return still.mean().item()
