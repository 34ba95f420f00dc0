"""Where `sigmoid`, `sigmoid_grad` and `tanh_grad` are promised to be right.

"`a` of any shape", "right and finite for pre-activations from −1000 to 1000", to 1e-12.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.intake import apart, first_place
from autograder.checking.probe import LAYOUT, REPETITION, Expected, Pair, Probe
from autograder.numerics import Array

SHAPE = Factor(
    "shape",
    (
        Level((4, 3), "for a matrix with more rows than columns"),
        Level((3, 3), "for a square matrix"),
        Level((1, 1), "for a single entry"),
        Level((5,), "for a vector"),
        Level((2, 2, 3), "for an array with three axes"),
    ),
)
MIXED, UNIT, ZERO, FAR = "mixed", "unit", "zero", "far"
VALUES = Factor(
    "values",
    (
        Level(MIXED, "for values from −4 to 4"),
        Level(UNIT, "for values that all lie between 0 and 1"),
        Level(ZERO, "where every value is 0"),
        Level(FAR, "for values far from zero"),
    ),
)
DOMAIN = Domain((SHAPE, VALUES, LAYOUT, REPETITION))
# The promised end first; where exp overflows (709.8) and underflows (745.1); where slopes vanish in
# floats (36.7 and 19.1); and where a bound on a would show: σ′(25) is 1e-11.
_FAR_OUT = np.array([-1000.0, 1000.0, -19.5, 25.0, -712.0, 712.0, -746.0, 38.0, -8.0, 12.0, 300.0])
_NEAR = np.array([0.0, -0.0, 1e-6, -2.0, 3.0])  # zeros, tiny and whole numbers
# Right activations are within 4e-16 of each other, entry by entry, and there are 12 at most:
# 2e-15 in the 2-norm. The exercises promise 1e-12.
ATOL = 1e-12


def draw(cases: Cases, corner: Corner) -> tuple[Array]:
    """(a,) at a corner."""
    shape, values = corner["shape"], corner["values"]
    size = int(np.prod(shape))
    if values == ZERO:
        return (np.zeros(shape),)
    numbers = cases.rng.random(size)
    if values == UNIT:
        return ((0.05 + 0.9 * numbers).reshape(shape),)
    if values == MIXED:
        a = 8.0 * numbers - 4.0
        a[1 : 1 + len(_NEAR)] = _NEAR[: max(size - 1, 0)]
        return (a.reshape(shape),)
    far = np.resize(_FAR_OUT, size) * (1.0 - 0.01 * numbers)
    far[:2] = _FAR_OUT[: min(size, 2)]
    return (far.reshape(shape),)


def _probe(function: str, truth: Callable[[Array], Array]) -> Probe:
    def unpack(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
        return {"h": value}

    def says(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
        (a,), (h, expected) = args, wrong["h"]
        off = ~(np.abs(h - expected) <= ATOL)
        place = first_place(off) if off.any() else first_place(h != expected)
        saw, wanted = apart(float(h[place]), float(expected[place]))
        share = f"; {off.mean():.0%} of the entries are wrong" if off.size > 1 else ""
        return f"{function}({a[place]:.6g}) is {saw}, and should be {wanted}{share}"

    return Probe(
        function,
        DOMAIN,
        draw,
        lambda a: {"h": Expected(truth(a), ATOL)},
        unpack,
        words=lambda a: f"{function}(a) for a of shape {a.shape}, {a.min():.4g} to {a.max():.4g}",
        says=says,
    )


SIGMOID = _probe("sigmoid", network.logistic)
SIGMOID_GRAD = _probe("sigmoid_grad", lambda a: network.activation_slope(a, "sigmoid"))
TANH_GRAD = _probe("tanh_grad", lambda a: network.activation_slope(a, "tanh"))
