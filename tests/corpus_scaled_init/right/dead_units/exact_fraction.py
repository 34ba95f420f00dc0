# right: an exact fraction on the way
from fractions import Fraction


def dead_fraction(a):
    dead = int(np.sum(np.all(np.logical_not(a > 0), axis=0)))
    return float(Fraction(dead, a.shape[1]))
