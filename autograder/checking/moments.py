"""Whether the moments of many numbers are those of normal draws, with the chance of a false alarm.

>>> z = np.random.default_rng(0).normal(size=30_000)
>>> heavy_tails(z), light_tails(z), skewness(z)
(None, None, None)
>>> leaning = (z + 0.05 * (z**2 - 1.0)) / math.sqrt(1.005)
>>> round(skewness(leaning), 1)
0.3
"""

import math

import numpy as np

from autograder.checking.chance import mean_square, root_mean_square
from autograder.numerics import Array

NORMAL_SHARE = math.sqrt(2.0 / math.pi)  # mean |z| of N(0, 1)
HEAVY = 9.0  # deviations; see `heavy_tails`
LIGHT = 7.0  # deviations; see `light_tails`
SKEW = 8.0  # deviations; see `skewness`


def heavy_tails(standard: Array) -> float | None:
    """mean |z| / rms of (n,) numbers, when it is too small for normal ones, else None (Geary 1935).

    It is √(2/π) for the normal law, with a deviation of √((1 − 3/π)/n); the bound is `HEAVY` of
    them. Chernoff's bound for |z| − c/2 · (1 + z²) gives 1e-15 for 1,000 independent normal numbers
    and 1.5e-17 for 14,000. The logistic law, with 0.764, is eighteen away for 14,000.
    """
    share = float(np.abs(standard).mean()) / root_mean_square(standard)
    deviation = math.sqrt((1.0 - 3.0 / math.pi) / standard.size)
    return share if share < NORMAL_SHARE - HEAVY * deviation else None


def light_tails(standard: Array) -> float | None:
    """By how much 6z² − z⁴ − 3 exceeds zero in the mean, when it does for no normal law, else None.

    Args:
        standard: (n,) numbers in units of the standard deviation that they should have.

    The mean is zero for the normal law, with a deviation of √(24/n), and below zero for a normal
    law of another spread. The bound is `LIGHT` of them: Chernoff's bound, by quadrature, gives
    2e-13 for 30,000 independent normal numbers and less for fewer. The sum of four uniform numbers
    has 0.30, with a deviation of 3.31 / √n: 30,000 of them are missed with a chance of 4e-8.
    """
    squares = standard * standard
    # One array of all numbers: a few hundred kilobytes more each cost more than what is computed.
    mean = 6.0 * float(np.mean(squares)) - mean_square(squares) - 3.0
    return mean if mean > LIGHT * math.sqrt(24.0 / standard.size) else None


def skewness(standard: Array) -> float | None:
    """The mean cube of (n,) numbers, when it is farther from 0 than of normal ones, else None.

    Args:
        standard: numbers of several draws, each about its own mean and over its own root mean
            square.

    It is 0 for the normal law, with a deviation of √(6/n); the bound is `SKEW` of them. Of N(0, 1)
    numbers as they come z³ − 3z has the same, and Chernoff's bound for it, by quadrature up to
    |z| = 9, gives 4e-14 for 13,000 of them and 2e-14 for 30,000, on either side; beyond 9 one of
    them is with 7e-15. Means and sizes of normal draws say nothing of what is left when both are
    taken out, and would hide one in four at most of those that show: all in all 4e-13. A gamma law
    of shape 60 has 0.26; of 13,000 such numbers one set in a hundred million is missed.
    """
    cubes = float(np.mean(standard * standard * standard))
    return cubes if abs(cubes) > SKEW * math.sqrt(6.0 / standard.size) else None
