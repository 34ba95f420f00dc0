"""Where `saturated_fraction` is promised to be right: any shape, both activations, 0 < tol < ½.

"Within tol, absolute, of a limit of the activation". The exercise leaves open what counts exactly
at the edge, so no activation is within 3 % of a tolerance from it.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init.cases import Cases
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.numbers import in_words, one_number
from autograder.checking.probe import (
    LAYOUT,
    REPETITION,
    TWIN,
    Args,
    AtOnce,
    Expected,
    Probe,
    kept_in_turn,
)
from autograder.numerics import Array

SHAPE = Factor(
    "shape",
    (
        Level((12, 5), "for a matrix with more examples than neurons"),
        Level((6, 6), "for as many neurons as examples"),
        Level((1, 30), "for a single example"),
        Level((13,), "for a vector"),
        Level((2, 3, 4), "for an array with three axes"),
        Level((1, 1), "for a single neuron"),
    ),
)
ACTIVATION = Factor("activation", (Level("sigmoid", "for the sigmoid"), Level("tanh", "for tanh")))
MIXED, NONE, FEW, HIGH, LOW = "mixed", "none", "few", "high", "low"
VALUES = Factor(
    "values",
    (
        Level(MIXED, "where some activations are saturated"),
        Level(NONE, "where no activation is saturated"),
        Level(FEW, "where one activation is saturated, and no other"),
        Level(HIGH, "where all activations but one are at the upper limit"),
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
        # A relative tolerance of 1e-5 beside it, as `isclose` has one, is ten times as much.
        Level((BY_NAME, 1e-6), "where tol is given by name, and small"),
    ),
)
# Beyond four thousand activations, for what looks at some of them or takes another way.
LARGE = Level((130, 33), "for a large layer")
DOMAIN = Domain(
    (SHAPE, ACTIVATION, VALUES, TOL, LAYOUT, REPETITION),
    extra=({"shape": LARGE}, {"shape": LARGE, "activation": ACTIVATION.levels[1]}),
)
# A share is a whole number over another, divided once: right to 1e-16.
ATOL = 1e-12
# Distances from a limit in units of tol, with the limit; together they tell every wrong tolerance
# seen (half, double, of the slope, of the range, strict or not by far) from the right one.
_PLACES = np.array(
    [0.5, -0.5, 0.94, -0.94, 1.06, -1.06, 0.0, -0.0, 1.7, -1.7, 0.02, -0.02, 0.7, -0.7, 1.3]
)


def limits(activation: str) -> tuple[float, float]:
    """The lower and the upper limit of an activation."""
    return (0.0, 1.0) if activation == "sigmoid" else (-1.0, 1.0)


def draw(cases: Cases, corner: Corner) -> tuple[Array, str, float]:
    """(h, activation, tol) at a corner.

    Of a mixed layer all but 15 to 29 entries are in the middle. How many are near a limit is the
    same on every draw, and another number in a second call: what was kept from the first is wrong.
    """
    shape, activation, (_, tol) = corner["shape"], corner["activation"], corner["tol"]
    low, high = limits(activation)
    size = math.prod(shape)
    u = cases.rng.random(size)
    # Without negative numbers for tanh, so that it cannot be told by them.
    middle = low + (high - low) * (0.5 + 0.03 * u)
    if corner["values"] == NONE:
        return middle.reshape(shape), activation, tol
    if corner["values"] in (FEW, HIGH, LOW):
        inside = 0.9 * tol * u
        near = low + inside if corner["values"] == LOW else high - inside
        if corner["values"] == FEW:
            # Nearer on second calls: what is right of both by any other tolerance differs.
            near[0] = high - tol * (0.1 if corner[REPETITION.name] == TWIN else 0.9)
            near[1:] = middle[1:]
        elif corner["values"] == HIGH and size > 1:
            near[0] = middle[0]
        return near.reshape(shape), activation, tol
    turn = _turn(corner) if size > 1 else 0
    places = _PLACES[(np.arange(size) - turn) % len(_PLACES)]
    distance = tol * np.abs(places) * (0.98 + 0.04 * u)
    near = np.where(np.signbit(places), high - distance, low + distance)
    count = len(_PLACES) + turn
    near[count:] = middle[count:]
    near = near[cases.rng.permutation(size)]
    return near.reshape(shape), activation, tol


def _turn(corner: Corner) -> int:
    """A number below 15 that differs from corner to corner, and from a first call to a second."""
    places = [factor.levels.index(corner.levels[factor.name]) for factor in (ACTIVATION, TOL)]
    return (2 * places[0] + 3 * places[1] + 8 * int(corner[REPETITION.name] == TWIN)) % len(_PLACES)


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


def _with_another_share(args: Args, first: Args) -> Args:
    """The arguments of a second call whose share differs: of a mixed layer it may be the same."""
    h, activation, tol = args
    low, high = limits(activation)
    saturated = np.flatnonzero((h < low + tol) | (h > high - tol))
    if right(*args) != right(*first) or not 1 < saturated.size < h.size - 1:
        return args
    h = h.copy()
    h.flat[saturated[0]] = low + (high - low) * 0.51
    return h, activation, tol


def _truths(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    sizes = [h.size for h, _, _ in calls]
    h = np.concatenate([h.ravel() for h, _, _ in calls])
    edges = [(low + tol, high - tol) for _, f, tol in calls for low, high in [limits(f)]]
    low, high = np.repeat(edges, sizes, axis=0).T
    starts = np.cumsum([0, *sizes[:-1]])
    counts = np.add.reduceat((h < low) | (h > high), starts, dtype=np.int64)
    shares: Array = counts / sizes
    return [{"the share": Expected(np.asarray(share), ATOL)} for share in shares]


def _words(h: Array, activation: str, tol: float) -> str:
    given = "" if tol == 0.01 else f", tol={tol:g}"
    return f'saturated_fraction(h, "{activation}"{given}) for h of shape {h.shape}'


SATURATED_FRACTION = Probe(
    "saturated_fraction",
    DOMAIN,
    draw,
    AtOnce(_truths),
    one_number("the share"),
    words=_words,
    says=in_words,
    passed=passed,
    twin=kept_in_turn((), joined=_with_another_share),  # a number shares no memory
)
