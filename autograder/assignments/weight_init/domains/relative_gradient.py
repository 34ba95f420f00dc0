"""Where `relative_gradient` is promised to be right: any shape, both activations, |a| ≤ 1000."""

import math
from collections.abc import Sequence

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.saturated_fraction import ACTIVATION, LARGE, SHAPE
from autograder.checking.domain import Corner, Domain, Factor, Level
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
from autograder.numerics import Array

USUAL, WIDE, ZERO, FAR, MIXED, ENDS, TINY = (
    *("usual", "wide", "zero", "far", "mixed"),
    *("ends", "tiny"),
)
VALUES = Factor(
    "values",
    (
        Level(USUAL, "for pre-activations between −1 and 1"),
        Level(WIDE, "for pre-activations from −9 to 9"),
        Level(ZERO, "for pre-activations of zero"),
        Level(FAR, "for pre-activations that are all far from zero"),
        Level(MIXED, "where some pre-activations are zero and some far from it"),
    ),
)
DOMAIN = Domain(
    (SHAPE, ACTIVATION, VALUES, LAYOUT, REPETITION),
    extra=(
        {"shape": LARGE},
        {"shape": LARGE, "activation": ACTIVATION.levels[1]},
        {"values": Level(ENDS, "where no slope is left")},
        {"values": Level(TINY, "for tiny pre-activations")},
    ),
)
# Right slopes are within 4e-16 of the largest one, absolute, for every a (1 − tanh² among them).
ATOL = 1e-12
# Where a limit on a, or a formula that overflows, would show.
_FAR_OUT = np.array([-1000.0, 1000.0, 712.0, -712.0, 60.0, -60.0])


def draw(cases: Cases, corner: Corner) -> tuple[Array, str]:
    """(a, activation) at a corner; never as many on one side of zero as on the other."""
    shape, values = corner["shape"], corner["values"]
    size = math.prod(shape)
    a = cases.evenly(size, -0.7, 0.9)
    if values == MIXED and size > 1:
        far = _FAR_OUT * (1.0 - 0.01 * cases.rng.random(len(_FAR_OUT)))
        a[::3] = np.resize(far, a[::3].size)
        a[1::3] = 0.0
    if values == FAR:  # 1e-10 to 7e-5 of the largest slope: little, and not nothing
        a = np.where(a < 0.0, a - 11.0, a + 11.0)
    if values == ENDS:
        a = np.where(a < 0.0, -990.0, 990.0) + a
    a = a * {WIDE: 10.0, ZERO: 0.0, TINY: 1e-5}.get(values, 1.0) + 0.0  # no negative zero
    return a.reshape(shape), corner["activation"]


def right(a: Array, activation: str) -> float:
    """The relative gradient of pre-activations of any shape, by its definition."""
    slope = network.activation_slope(a, activation)
    return float(np.mean(slope)) / network.LARGEST_SLOPE[activation]


def _truths(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    rights: list[dict[str, Expected]] = [{} for _ in calls]
    for activation, largest in network.LARGEST_SLOPE.items():
        own = [number for number, (_, name) in enumerate(calls) if name == activation]
        if not own:
            continue
        arrays = [calls[number][0].ravel() for number in own]
        sizes = [a.size for a in arrays]
        slopes = network.activation_slope(np.concatenate(arrays), activation)
        sums = np.add.reduceat(slopes, np.cumsum([0, *sizes[:-1]]))
        for number, share in zip(own, sums / sizes / largest, strict=True):
            rights[number] = {"the result": Expected(np.asarray(share), ATOL)}
    return rights


def _words(a: Array, activation: str) -> str:
    span = f"{a.min():.4g} to {a.max():.4g}"
    return f'relative_gradient(a, "{activation}") for a of shape {a.shape}, {span}'


RELATIVE_GRADIENT = Probe(
    "relative_gradient",
    DOMAIN,
    draw,
    AtOnce(_truths),
    one_number("the result"),
    words=_words,
    says=in_words,
    twin=kept_in_turn(()),  # a number shares no memory
)
