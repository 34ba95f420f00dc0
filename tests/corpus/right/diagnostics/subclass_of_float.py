# A ratio is a number of a class of its own, which is a float.
import math


class Ratio(float):
    """A share of something."""

    def __repr__(self):
        return f"{float(self):.1%}"


def relative_gradient(a, activation):
    def slope(v):
        t = math.tanh(v if activation == "tanh" else v / 2)
        return (1 - t) * (1 + t)

    return Ratio(math.fsum(map(slope, a.ravel().tolist())) / a.size)
