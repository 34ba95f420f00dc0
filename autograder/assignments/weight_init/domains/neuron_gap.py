"""Where `neuron_gap` is promised to be right: for every W, however small its weights."""

from collections.abc import Sequence

import numpy as np

from autograder.assignments.weight_init.cases import Cases
from autograder.checking.domain import Corner, Domain, Factor, Level, Measure
from autograder.checking.numbers import in_words, one_number
from autograder.checking.probe import (
    LAYOUT,
    REPETITION,
    Args,
    AtOnce,
    Expected,
    Probe,
    kept_in_turn,
)
from autograder.numerics import Array, largest_gap

SHAPE = Factor(
    "shape",
    (
        Level((5, 4), "for W with more inputs than neurons"),
        Level((4, 4), "for square W"),
        Level((3, 7), "for W with more neurons than inputs"),
        Level((1, 6), "for one input"),
        Level((5, 1), "for one neuron alone"),
        Level((4, 2), "for two neurons"),
    ),
)
# In every way that they may lie, they would cost more than all others: right code compares pairs.
# The large layer has more neurons than a block of 64, and more weights than fit on a page (4096).
MANY, WIDE = Level((2, 20), "for many neurons"), Level((63, 66), "for a large layer")
DIFFERENT, SAME, ONE, LINE, INNER, SILENT, ZERO, NEAR = (
    "different",
    "same",
    "one",
    "line",
    "inner",
    "silent",
    "zero",
    "near",
)
NEURONS = Factor(
    "neurons",
    (
        Level(DIFFERENT, "for neurons that all differ"),
        Level(SAME, "for neurons that are all equal"),
        Level(ONE, "for one neuron among equal ones"),
        Level(LINE, "where only the first and the last neuron are far apart"),
        Level(INNER, "where two neurons in the middle are farthest apart, and another is longest"),
        Level(SILENT, "for one neuron of zeros among others"),
        Level(ZERO, "for weights that are all zero"),
    ),
)
SIZE = Factor(
    "size",
    (
        Level(1.0, "for weights of about 1"),
        Level(1e3, "for weights of about 1,000"),
        Level(1e-9, "for weights of about 1e-9", "gap-epsilon"),
        Level(1e-100, "for weights of about 1e-100", "gap-epsilon"),
    ),
)
DOMAIN = Domain(
    (SHAPE, NEURONS, SIZE, LAYOUT, REPETITION),
    forbidden=tuple(
        {"shape": (5, 1), "neurons": kind} for kind in (SAME, ONE, LINE, INNER, SILENT)
    ),
    extra=(
        {"shape": Level((1, 1), "for a single weight")},
        {"shape": MANY, "neurons": NEURONS.levels[4]},
        {"shape": WIDE, "neurons": NEURONS.levels[4]},
        {"shape": MANY, "neurons": Level(NEAR, "for neurons that are nearly equal")},
    ),
    measures=(Measure(lambda corner: corner["shape"][1], "{} neurons", "one neuron"),),
)
# By way of Gram matrices, g² is known to 1e-14 of the longest column's square (63 entries at most):
# g to 1e-12 where it is at least 1/20, which `draw` sees to, and to 1e-7 where it is zero. Of few
# entries that are nearly equal, g² is known to 1e-15, and g to 1e-15 / g.
# Distances, taken as they are, are known to 1e-15 and zero exactly.
RTOL, ATOL_OF_EQUAL, ATOL_OF_SQUARE = 1e-11, 5e-6, 1e-13


def draw(cases: Cases, corner: Corner) -> tuple[Array]:
    """(W,) at a corner; the weights of the first input decide, so the gap is never small."""
    rows, columns = corner["shape"]
    W = cases.rng.uniform(-1.0, 1.0, (rows, columns))
    first: Array = _FIRST_INPUT[corner["neurons"]](columns, cases.rng.random(columns))
    if corner["neurons"] == SAME or corner["neurons"] == ONE:
        W = np.repeat(W[:, :1], columns, axis=1)
    if corner["neurons"] in (LINE, INNER):
        W *= 0.02
    W[0] = first
    if corner["neurons"] == INNER and rows > 1:
        W[0, 0], W[1, 0] = 0.0, 1.9
    if corner["neurons"] == NEAR:  # but for rounding; one of them to five digits, and not to six
        apart = 2.0**-45 * W + 6e-6 * np.sign(W) * (np.arange(columns) == columns // 2)
        W = (0.5 + np.abs(W[:, :1])) * (1.0 + apart)
    if corner["neurons"] == SILENT:
        W[:, columns // 2] = 0.0
    return (np.zeros_like(W) if corner["neurons"] == ZERO else corner["size"] * W,)


def _alternating(columns: int, u: Array) -> Array:
    """Of both signs; the largest number is negative, whatever is drawn."""
    first: Array = np.where(np.arange(columns) % 2, -1.0 - u, 0.5 + 0.4 * u)
    return first


def _equal(columns: int, u: Array) -> Array:
    return np.full(columns, 0.5 + u[0])


def _one(columns: int, u: Array) -> Array:
    first = _equal(columns, u)
    first[columns // 2] += 0.25 + u[-1]
    return first


def _line(columns: int, u: Array) -> Array:
    return np.asarray(1.0 + (np.arange(columns) + 0.2 * u) / columns)


def _inner(columns: int, u: Array) -> Array:
    """The second and a later one, of many the last but one, lie on two sides of all others."""
    first: Array = 0.3 * u
    first[min(1, columns - 1)] = -1.4 - 0.1 * u[0]
    first[columns // 2 if columns < WIDE.value[1] else -2] = 1.4 + 0.1 * u[-1]
    return first


_FIRST_INPUT = {
    DIFFERENT: _alternating,
    SAME: _equal,
    ONE: _one,
    LINE: _line,
    INNER: _inner,
    SILENT: _alternating,
    ZERO: _equal,
    NEAR: _alternating,
}


def right(W: Array) -> float:
    """The gap between the columns of W (fan_in, fan_out), by its definition."""
    return float(_gaps(W[None])[0])


def _gaps(W: Array) -> Array:
    """The gaps of several W of one shape: (number,) of (number, fan_in, fan_out)."""
    longest = np.sqrt((W**2).sum(axis=1)).max(axis=1)
    # Columns of zeros have no gap between them, whatever that is divided by.
    return largest_gap(W) / np.where(longest, longest, 1.0)


def _truths(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    rights: list[dict[str, Expected]] = [{} for _ in calls]
    shapes: dict[tuple[int, ...], list[int]] = {}
    for number, (W,) in enumerate(calls):
        shapes.setdefault(W.shape, []).append(number)
    for numbers in shapes.values():
        gaps = _gaps(np.array([calls[number][0] for number in numbers]))
        # A gap of zero has a bound of its own; it is not divided by.
        near = np.maximum(RTOL * gaps, ATOL_OF_SQUARE / np.maximum(gaps, 1e-9))
        bounds = np.where(gaps, near, ATOL_OF_EQUAL).tolist()
        for number, gap, bound in zip(numbers, gaps, bounds, strict=True):
            rights[number] = {"the gap": Expected(np.asarray(gap), bound)}
    return rights


def _words(W: Array) -> str:
    rows, columns = W.shape
    neurons = "one neuron" if columns == 1 else f"{columns} neurons"
    inputs = "one input" if rows == 1 else f"{rows} inputs"
    return f"neuron_gap(W) for {neurons} with {inputs}, largest weight {np.abs(W).max():.3g}"


NEURON_GAP = Probe(
    "neuron_gap",
    DOMAIN,
    draw,
    AtOnce(_truths),
    one_number("the gap"),
    words=_words,
    says=in_words,
    twin=kept_in_turn(()),  # a number shares no memory
)
