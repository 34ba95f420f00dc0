"""Where `relu` and `relu_grad` are promised to be right: any shape, from 1e-9 to 1000, and at 0."""

from collections.abc import Callable

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.checking.cases import Numbers
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.elementwise import LARGE, SHAPE, elementwise
from autograder.checking.probe import LAYOUT, REPETITION, Probe, within
from autograder.numerics import Array

MIXED, POSITIVE, NEGATIVE, ZERO, FAR, TINY = (
    *("mixed", "positive", "negative"),
    *("zero", "far", "tiny"),
)
VALUES = Factor(
    "values",
    (
        Level(MIXED, "for values of both signs"),
        Level(POSITIVE, "where every value is positive"),
        Level(NEGATIVE, "where every value is negative"),
        Level(ZERO, "where every value is 0", "wrong-at-zero"),
        Level(FAR, "for values of about 1000"),
        Level(TINY, "for values of about 1e-9"),
    ),
)
DOMAIN = Domain((SHAPE, VALUES, LAYOUT, REPETITION), extra=(LARGE,))
# The exercise promises ten digits; the half of a sum with the absolute value has all but one unit.
RTOL = 1e-12


def draw(cases: Numbers, corner: Corner) -> tuple[Array]:
    """(a,) at a corner; among values of both signs and tiny ones is a zero, where there is room."""
    values = corner["values"]
    a = cases.away_from_zero(*corner["shape"])
    if values == ZERO:  # of both signs, in the same places on every draw
        a = np.zeros_like(a)
        a.flat[1::2] = -0.0
        return (a,)
    if values in (POSITIVE, NEGATIVE):
        a = np.abs(a) if values == POSITIVE else -np.abs(a)
    a = a * {FAR: 650.0, TINY: 1e-9}.get(values, 1.0)
    if values in (MIXED, POSITIVE, NEGATIVE):  # some of what is ordinary is a hundredth of the rest
        a.flat[3::4] *= 0.01
    if values in (MIXED, TINY) and a.size > 1:
        a.flat[0] = abs(a.flat[0])  # something of it is always positive, and something is not
        a.flat[1] = 0.0
    if a.size > 2:
        a.flat[2] = -abs(a.flat[2]) if values in (MIXED, TINY, FAR) else a.flat[2]
    return (a,)


def _probe(function: str, truth: Callable[[Array], Array]) -> Probe:
    return elementwise(
        function,
        DOMAIN,
        draw,
        truth=lambda a: {"h": within(truth(a), RTOL)},
        tolerance=lambda expected: RTOL * float(np.abs(expected).max()),
    )


RELU = _probe("relu", stack.ACTIVATIONS["relu"])
RELU_GRAD = _probe("relu_grad", lambda a: stack.activation_slope(a, "relu"))
