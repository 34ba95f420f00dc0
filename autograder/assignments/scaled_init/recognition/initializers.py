"""Known wrong spreads of random weights."""

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from autograder.assignments.scaled_init.domains.initializers import INDEPENDENT
from autograder.checking.draws import Drawing
from autograder.checking.laws import UNIFORM
from autograder.checking.recognition.draws import SHAPES, by_law, name_of_spread, recognise_draws
from autograder.checking.recognition.values import FACTOR
from autograder.numerics import Array
from autograder.student.calls import Student

Spread = Callable[[int, int], float]
# Of the number of inputs i and of units o; each is tried where it is not what is asked for.
_FORMULAS: dict[str, list[Spread]] = {
    "another-initializer": [
        lambda i, o: (1 / i) ** 0.5,
        lambda i, o: (2 / i) ** 0.5,
        lambda i, o: (2 / (i + o)) ** 0.5,
        lambda i, o: 3**-0.5 * (1 / i) ** 0.5,
    ],
    "fan-out-for-fan-in": [lambda i, o: (1 / o) ** 0.5, lambda i, o: (2 / o) ** 0.5],
    "fans-not-averaged": [
        lambda i, o: (1 / (i + o)) ** 0.5,
        lambda i, o: (6 / (i + o)) ** 0.5,
        lambda i, o: (3 / (i + o)) ** 0.5,
        lambda i, o: (4 / (i + o)) ** 0.5,
    ],
    "variance-as-std": [
        lambda i, o: 1 / i,
        lambda i, o: 2 / i,
        lambda i, o: 2 / (i + o),
        lambda i, o: 1 / o,
        lambda i, o: 3**-0.5 * 6 / (i + o),
    ],
    "integer-division": [lambda i, o: 1 / math.isqrt(i), lambda i, o: 2**0.5 / math.isqrt(i)],
    "std-as-bound": [lambda i, o: 3**-0.5 * (2 / (i + o)) ** 0.5],
    "root-over-part": [
        lambda i, o: 2**0.5 / (i + o),
        lambda i, o: 2**0.5 / i,
        lambda i, o: 2 / i**0.5,
        lambda i, o: 2 / (i + o) ** 0.5,
        lambda i, o: (2 / i + o) ** 0.5,
        lambda i, o: 3**-0.5 * (6 / i + o) ** 0.5,
        lambda i, o: 3**-0.5 * 6**0.5 / (i + o),
    ],
    "fans-multiplied": [
        lambda i, o: (i * o) ** -0.5,
        lambda i, o: (2 / (i * o)) ** 0.5,
        lambda i, o: (i * o) ** -0.25,
        lambda i, o: 1 / (i * o),
    ],
    "spread-grows": [
        lambda i, o: i**0.5,
        lambda i, o: (i / 2) ** 0.5,
        lambda i, o: ((i + o) / 2) ** 0.5,
    ],
}


def _same(one: Spread, other: Callable[..., float]) -> bool:
    return all(abs(one(*shape) / other(*shape) - 1.0) < FACTOR for shape in SHAPES)


def formulas_for(drawing: Drawing) -> list[tuple[str, Spread]]:
    """The wrong formulas; of a uniform law also that the standard deviation is the bound."""
    return [
        (id_, formula)
        for id_, formulas in _FORMULAS.items()
        for formula in formulas
        if not _same(formula, drawing.spread)
    ]


def _name(drawing: Drawing, draws: Sequence[Array]) -> str | None:
    if all(np.mean(array == 0.0) > 0.1 for array in draws):
        return "wrong-law"  # zeros among them are no draws, and take from the spread as well
    if drawing.law is UNIFORM:
        if by_law(draws, UNIFORM) is not None:
            return "wrong-law"
        bounds = [3**0.5 * drawing.spread(*array.shape) for array in draws]
        largest = [float(np.abs(array).max()) for array in draws]
        # No draw reaches the bound itself: of n draws the largest is as near with one of 1e-13 · n.
        if np.allclose(largest, bounds, rtol=1e-13, atol=0.0):
            return "normalised"
    id_ = name_of_spread(draws, drawing.spread, formulas_for(drawing), drawing.law)
    if id_ != "std-scaled" and id_ != "fan-scaled":
        return id_
    constant = max(float(array.std()) for array in draws) < 1.1 * min(
        float(array.std()) for array in draws
    )
    return "spread-ignores-the-layer" if constant else id_


def _recogniser(drawing: Drawing) -> Callable[[Student], str | None]:
    nothing: list[tuple[float, ...]] = [()] * len(SHAPES)
    return lambda student: recognise_draws(student, drawing, nothing, partial(_name, drawing))


RECOGNISERS = {name: _recogniser(drawing) for name, drawing in INDEPENDENT.items()}
