"""Where `sigmoid`, `sigmoid_grad` and `tanh_grad` are promised to be right.

"`a` of any shape", "right and finite for pre-activations from −1000 to 1000", to 1e-12.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.elementwise import LARGE, SHAPE, elementwise
from autograder.checking.probe import LAYOUT, REPETITION, Args, AtOnce, Expected, Probe
from autograder.numerics import Array

MIXED, UNIT, ZERO, FAR, TINY, WHOLE = "mixed", "unit", "zero", "far", "tiny", "whole"
VALUES = Factor(
    "values",
    (
        Level(MIXED, "for values from −4 to 4"),
        Level(UNIT, "for values that all lie between 0 and 1"),
        Level(ZERO, "where every value is 0"),
        Level(FAR, "for values far from zero"),
    ),
)
EXTRA = (
    LARGE,
    {"values": Level(TINY, "for tiny values")},
    {"values": Level(WHOLE, "where every value is a whole number")},
)
DOMAIN = Domain((SHAPE, VALUES, LAYOUT, REPETITION), extra=EXTRA)
# The promised end first; where exp overflows (709.8) and underflows (745.1); where slopes vanish in
# floats (36.7 and 19.1); and where a bound on a would show as long as it matters: 1 − σ and σ′ are
# 1.1e-12 at 27.5, tanh′ is 1.8e-12 at 14.2. At 5 a difference over 1e-4 is 1e-11 off the slope, on
# every seed.
_FAR_OUT = np.array(
    [-1000.0, 1000.0, -19.5, 27.5, 5.0, -712.0, 712.0, -746.0, 38.0, -8.0, 14.2, 300.0]
)
_NEAR = np.array([0.0, -0.0, 2.0**-20, -2.0, 3.0])  # zeros, tiny and whole numbers
# Where a series is cut off and where it is not: a line for the sigmoid is 2e-11 off at 1e-3, a
# parabola for its slope 2e-8 at 0.04, for that of tanh 4e-9 at 0.009.
_SMALL = np.array([0.04, 9e-4, 9e-3])
# Right activations are within 4e-16 of each other, entry by entry. The exercises promise 1e-12 for
# each; the 2-norm of up to 100 entries is held to that, and that of more as they grow in number.
ATOL, ENTRIES = 1e-12, 100


def draw(cases: Cases, corner: Corner) -> tuple[Array]:
    """(a,) at a corner."""
    shape, values = corner["shape"], corner["values"]
    size = math.prod(shape)
    if values == ZERO:
        return (np.zeros(shape),)
    numbers = cases.rng.random(size)
    if values == TINY:
        return (1e-4 * (numbers - 0.5).reshape(shape),)
    if values == WHOLE:
        whole = np.round(10.0 * numbers - 5.0) + 0.0  # no zero is negative
        whole[:1] += 5.0 * (whole[:1] == 0.0)  # nor first, as where all are 0
        return (whole.reshape(shape),)
    if values == UNIT:
        a = 0.05 + 0.9 * numbers
        a[2 : 2 + len(_SMALL)] = _SMALL[: max(size - 2, 0)] * (1.0 - 0.1 * numbers[:3][:size])
        return (a.reshape(shape),)
    if values == MIXED:
        return (_mixed(numbers).reshape(shape),)
    far = np.resize(_FAR_OUT, size) * (1.0 - 0.01 * numbers)
    far[:2] = _FAR_OUT[: min(size, 2)]
    return (far.reshape(shape),)


def _mixed(numbers: Array) -> Array:
    """Values from −4 to 4 whose sum is the same on every draw, exactly and in any order.

    So a result that is kept by the sum of its arguments is asked for again. Multiples of 2⁻²⁰ are
    added without rounding; in pairs they come to ½.
    """
    a: Array = np.round((7.5 * numbers - 3.5) * 2.0**20) * 2.0**-20
    free = a[: -len(_NEAR)]
    if not free.size:
        a[1:] = _NEAR[: a.size - 1]
        return a
    pairs = free.size // 2
    free[-1] = 1.25  # where their number is odd
    free[pairs : 2 * pairs] = 0.5 - free[:pairs]
    a[-len(_NEAR) :] = _NEAR
    return a


def _probe(function: str, truth: Callable[[Array], Array]) -> Probe:
    def truths(calls: Sequence[Args]) -> list[dict[str, Expected]]:
        arrays = [a for (a,) in calls]
        values = truth(np.concatenate([a.ravel() for a in arrays]))
        pieces = np.split(values, np.cumsum([a.size for a in arrays[:-1]]))
        bounds = (ATOL * max(1.0, a.size / ENTRIES) ** 0.5 for a in arrays)
        return [
            {"h": Expected(piece.reshape(a.shape), bound)}
            for a, piece, bound in zip(arrays, pieces, bounds, strict=True)
        ]

    return elementwise(function, DOMAIN, draw, AtOnce(truths), tolerance=lambda expected: ATOL)


SIGMOID = _probe("sigmoid", network.logistic)
SIGMOID_GRAD = _probe("sigmoid_grad", lambda a: network.activation_slope(a, "sigmoid"))
TANH_GRAD = _probe("tanh_grad", lambda a: network.activation_slope(a, "tanh"))
