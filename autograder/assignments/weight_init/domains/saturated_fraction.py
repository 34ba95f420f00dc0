"""Where `saturated_fraction` is promised to be right: any shape, both activations, 0 < tol < ½.

"Within tol, absolute, of a limit of the activation". The exercise leaves open what counts exactly
at the edge, so no activation is within 3 % of a tolerance from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.numbers import in_words, one_number
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.probe import LAYOUT, REPETITION, Expected, Probe
from autograder.numerics import Array

SHAPE = Factor(
    "shape",
    (
        Level((12, 5), "for a matrix with more examples than neurons"),
        Level((6, 6), "for as many neurons as examples"),
        Level((2, 30), "for a matrix with more neurons than examples"),
        Level((13,), "for a vector"),
        Level((2, 3, 4), "for an array with three axes"),
        Level((1, 1), "for a single activation"),
    ),
)
ACTIVATION = Factor(
    "activation",
    (Level("sigmoid", "for the sigmoid"), Level("tanh", "for tanh")),
)
MIXED, NONE, HIGH, LOW = "mixed", "none", "high", "low"
VALUES = Factor(
    "values",
    (
        Level(MIXED, "where some activations are saturated"),
        Level(NONE, "where no activation is saturated"),
        Level(HIGH, "where all activations are at the upper limit"),
        Level(LOW, "where all activations are at the lower limit"),
    ),
)
DEFAULT, BY_POSITION, BY_NAME = "default", "position", "name"
TOL = Factor(
    "tol",
    (
        Level((DEFAULT, 0.01), "where tol is left out"),
        Level((BY_POSITION, 0.05), "where tol is 0.05"),
        Level((BY_POSITION, 0.3), "where tol is 0.3"),
        Level((BY_NAME, 0.2), "where tol is given by name"),
        Level((BY_NAME, 0.001), "where tol is given by name, and small"),
    ),
)
DOMAIN = Domain((SHAPE, ACTIVATION, VALUES, TOL, LAYOUT, REPETITION))
# A share is a whole number over another, divided once: right to 1e-16.
ATOL = 1e-9
# Distances from a limit in units of tol, with the limit; together they tell every wrong tolerance
# seen (half, double, of the slope, of the range, strict or not by far) from the right one.
_PLACES = np.array(
    [0.5, -0.5, 0.94, -0.94, 1.06, -1.06, 0.0, -0.0, 1.7, -1.7, 0.02, -0.02, 0.7, -0.7, 1.3]
)
_HIGH = np.signbit(_PLACES)


def limits(activation: str) -> tuple[float, float]:
    """The lower and the upper limit of an activation."""
    return (0.0, 1.0) if activation == "sigmoid" else (-1.0, 1.0)


def draw(cases: Cases, corner: Corner) -> tuple[Array, str, float]:
    """(h, activation, tol) at a corner; every second entry of a mixed layer is in the middle."""
    shape, activation, (_, tol) = corner["shape"], corner["activation"], corner["tol"]
    low, high = limits(activation)
    size = int(np.prod(shape))
    u = cases.rng.random(size)
    middle = low + (high - low) * (0.47 + 0.06 * u)
    if corner["values"] == NONE:
        return middle.reshape(shape), activation, tol
    distance = tol * np.abs(np.resize(_PLACES, size)) * (0.98 + 0.04 * u)
    near = np.where(np.resize(_HIGH, size), high - distance, low + distance)
    if corner["values"] != MIXED:
        inside = 0.9 * tol * u
        near = high - inside if corner["values"] == HIGH else low + inside
    elif size > 2 * len(_PLACES):
        near[2 * len(_PLACES) :] = middle[2 * len(_PLACES) :]
        near = near[cases.rng.permutation(size)]
    return near.reshape(shape), activation, tol


def passed(corner: Corner, args: tuple[Any, ...]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments by position, and by name."""
    h, activation, tol = args
    how, _ = corner["tol"]
    if how == BY_POSITION:
        return args, {}
    return (h, activation), {"tol": tol} if how == BY_NAME else {}


def right(h: Array, activation: str, tol: float = 0.01) -> float:
    """The share of activations of any shape, by its definition."""
    low, high = limits(activation)
    return float(np.mean((h < low + tol) | (h > high - tol)))


def _truth(h: Array, activation: str, tol: float) -> Mapping[str, Expected]:
    return {"the share": Expected(np.asarray(right(h, activation, tol)), ATOL)}


def _words(h: Array, activation: str, tol: float) -> str:
    given = "" if tol == 0.01 else f", tol={tol:g}"
    return f'saturated_fraction(h, "{activation}"{given}) for h of shape {h.shape}'


SATURATED_FRACTION = Probe(
    "saturated_fraction",
    DOMAIN,
    draw,
    _truth,
    one_number("the share"),
    words=_words,
    says=in_words,
    passed=passed,
)
