"""The laws that weights may be drawn from, and how draws of each are made normal ones.

Every statistical bound here is one on independent normal numbers. Draws of another law are turned
into such by its distribution function (the probability integral transform): when they are what
they should be, the result is normal exactly, and each bound holds as it is calculated.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.numerics import Array

# Of 150 right draws the largest is below this share of the bound with a chance of 7e-13.
REACHED = 0.83


@dataclass(frozen=True)
class Law:
    """A law with mean 0 and a spread.

    Attributes:
        name: as in "off the … one".
        normal: of draws (…) and their standard deviation: what is N(0, 1) when they are right. The
            spread of the draws is taken where it is not as it should be: it is another claim's.
    """

    name: str
    normal: Callable[[Array, float], Array]


def _uniform_to_normal(W: Array, std: float) -> Array:
    bound, largest = math.sqrt(3.0) * std, float(np.abs(W).max())
    if not REACHED * bound <= largest <= bound:
        bound = largest * (1.0 + 1.0 / W.size) or 1.0
    return normal_quantile((W / bound + 1.0) / 2.0)


def normal_quantile(p: Array) -> Array:
    """Where the distribution function of N(0, 1) is p, entry by entry, for 0 < p < 1.

    Algorithm AS 241 (Wichura, Applied Statistics 37, 1988), the version with seven digits: a
    distribution is told by two or three.
    """
    q = p - 0.5
    tail = np.sqrt(-np.log(np.clip(np.minimum(p, 1.0 - p), 1e-300, None)))  # log 0 is no number
    r = 0.180625 - q * q
    central = (
        q
        * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
        / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1.0)
    )
    s = tail - 1.6
    outer = (((0.17023821103 * s + 1.3067284816) * s + 2.7568153900) * s + 1.4234372777) / (
        (0.12021132975 * s + 0.73700164250) * s + 1.0
    )
    result: Array = np.where(np.abs(q) <= 0.425, central, np.sign(q) * outer)
    return result


NORMAL = Law("normal", lambda W, std: W / std)
UNIFORM = Law("uniform", _uniform_to_normal)
