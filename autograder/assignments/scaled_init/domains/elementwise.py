"""Where `relu` and `relu_grad` are promised to be right: any shape, from 1e-9 to 1000, and at 0."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.checking.cases import Numbers
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.intake import apart, first_place
from autograder.checking.probe import LAYOUT, REPETITION, Pair, Probe, within
from autograder.numerics import Array

SHAPE = Factor(
    "shape",
    (
        Level((4, 3), "for a matrix with more rows than columns"),
        Level((3, 3), "for a square matrix"),
        Level((1, 1), "for a single entry"),
        Level((11,), "for a vector"),
        Level((2, 2, 3), "for an array with three axes"),
    ),
)
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
DOMAIN = Domain(
    (SHAPE, VALUES, LAYOUT, REPETITION),
    # More entries than a page (4096), from where code is likely to change its ways.
    extra=({"shape": Level((70, 60), "for an array of thousands of entries")},),
)
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
    if values in (MIXED, TINY) and a.size > 1:
        a.flat[0] = abs(a.flat[0])  # something of it is always positive, and something is not
        a.flat[1] = 0.0
    if a.size > 2:
        a.flat[2] = -abs(a.flat[2]) if values in (MIXED, TINY, FAR) else a.flat[2]
    return (a,)


def _probe(function: str, truth: Callable[[Array], Array]) -> Probe:
    def unpack(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
        return {"h": value}

    def says(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
        (a,), (h, expected) = args, wrong["h"]
        off = ~(np.abs(h - expected) <= RTOL * np.abs(expected).max())
        place = first_place(off) if off.any() else first_place(h != expected)
        saw, wanted = apart(float(h[place]), float(expected[place]))
        share = f"; {off.mean():.0%} of the entries are wrong" if off.size > 1 else ""
        return f"{function}({a[place]:.6g}) is {saw}, and should be {wanted}{share}"

    return Probe(
        function,
        DOMAIN,
        draw,
        lambda a: {"h": within(truth(a), RTOL)},
        unpack,
        words=lambda a: f"{function}(a) for a of shape {a.shape}, {a.min():.4g} to {a.max():.4g}",
        says=says,
    )


RELU = _probe("relu", stack.ACTIVATIONS["relu"])
RELU_GRAD = _probe("relu_grad", lambda a: stack.activation_slope(a, "relu"))
