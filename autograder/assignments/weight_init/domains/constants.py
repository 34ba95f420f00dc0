"""Where `zeros_init` and `constant_init` are promised to be right: every size, every value."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.assignments.weight_init.cases import Cases
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.intake import apart, as_array, first_place, index_words
from autograder.checking.layouts import C
from autograder.checking.probe import LAYOUT, REPETITION, Expected, Pair, Probe

SHAPE = Factor(
    "shape",
    (
        Level((4, 3), "for more inputs than neurons"),
        Level((4, 4), "for as many neurons as inputs"),
        Level((3, 5), "for more neurons than inputs"),
        Level((1, 6), "for one input"),
        Level((6, 1), "for one neuron"),
        Level((1, 1), "for a single weight"),
    ),
)
NO_ARRAY = Factor(LAYOUT.name, LAYOUT.levels[:1])  # no argument is an array
assert NO_ARRAY.levels[0].value == C
POSITIVE, NEGATIVE, WHOLE, ZERO, TINY = "positive", "negative", "whole", "zero", "tiny"
VALUE = Factor(
    "value",
    (
        Level(POSITIVE, "for values between 0 and 1"),
        Level(NEGATIVE, "for large negative values"),
        Level(WHOLE, "for whole values"),
        Level(ZERO, "for a value of zero"),
        Level(TINY, "for tiny values"),
    ),
)
# Beyond a hundred and a thousand rows; and beyond ten thousand weights where nothing is computed
# with them, since products of so many are shared out among threads, which takes milliseconds.
LARGE = "for a large layer"
ZEROS_DOMAIN = Domain((SHAPE, NO_ARRAY, REPETITION), extra=({"shape": Level((1100, 12), LARGE)},))
CONSTANT_DOMAIN = Domain(
    (SHAPE, VALUE, NO_ARRAY, REPETITION), extra=({"shape": Level((1100, 4), LARGE)},)
)
# Filled in, every entry is the value to the last bit; as a mean of copies of it, to 1e-15.
RTOL = 1e-12


def _sizes(cases: Cases, corner: Corner) -> tuple[int, int]:
    rows, columns = corner["shape"]
    return rows, columns


def _with_value(cases: Cases, corner: Corner) -> tuple[int, int, float]:
    u = float(cases.rng.random())
    value = {
        POSITIVE: 0.1 + 0.8 * u,
        NEGATIVE: -1100.0 - 900.0 * u,
        # No size of an argument, nor two of them multiplied, and hardly ever the same one again.
        WHOLE: float(5000 + round(1e5 * u)),
        ZERO: 0.0,
        TINY: 1e-12 * (1.0 + u),
    }[corner["value"]]
    return (*corner["shape"], value)


def _unpack(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
    # What is no such array is not right, and then it is said why; see `Judged.finding`.
    return {"W": value if type(value) is np.ndarray else as_array(value, args[:2], "W", ran)}


def _filled(rows: int, columns: int, value: float = 0.0) -> Mapping[str, Expected]:
    W = np.full((rows, columns), value)
    return {"W": Expected(W, RTOL * abs(value))}


def _says(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
    observed, expected = wrong["W"]
    place = first_place(observed != expected)
    saw, wanted = apart(float(observed[place]), float(expected[place]))
    share = float(np.mean(observed != expected))
    return f"W{index_words(place)} is {saw}, and should be {wanted}; {share:.0%} are wrong"


ZEROS_INIT = Probe(
    "zeros_init",
    ZEROS_DOMAIN,
    _sizes,
    _filled,
    _unpack,
    words=lambda rows, columns: f"zeros_init({rows}, {columns})",
    says=_says,
)
CONSTANT_INIT = Probe(
    "constant_init",
    CONSTANT_DOMAIN,
    _with_value,
    _filled,
    _unpack,
    words=lambda rows, columns, value: f"constant_init({rows}, {columns}, {value:.6g})",
    says=_says,
)
