"""Tells whether `backward` loses digits on the way: by another type of floats, or by rounding.

What is kept to a few digits does not change when it moves by less than these tell apart. So one
thing at a time is moved a little, and all that comes before and after it stays as it was; where a
gradient should follow and stays, digits are lost.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.assignments.weight_init.cases import Network
from autograder.assignments.weight_init.recognition.tangents import CASES
from autograder.checking.recognition.bank import ask
from autograder.checking.recognition.values import named_arrays
from autograder.numerics import Array, normwise
from autograder.student.calls import Student

# Of numbers of about 1. Nine decimals tell apart what is a hundred times as far, single precision
# ten thousand times; float64 leaves 1e-5 of such a change to rounding.
LITTLE = 1e-11
STAYS = 1e-2  # of the change that should be: an entry in a thousand may be at an edge of rounding
NEARLY = 0.03  # bfloat16 keeps 4e-3 of a number, and of sums that cancel a few times that


def keeps_few_digits(student: Student) -> bool:
    """Whether gradients that are nearly right do not follow what moves a little."""
    return all(_loses_digits(student, case) for case in CASES[:2])


def _loses_digits(student: Student, case: Network) -> bool:
    moved = list(_moved(case))
    asked = [case, *(other for other, _ in moved)]
    values = ask(student, "backward", [one.backward_args for one in asked])
    before, *after = [_arrays(value, case) for value in values]
    if before is None or any(
        normwise(before[name], slope) > NEARLY for name, slope in case.slopes.items()
    ):
        return False
    for (other, names), now in zip(moved, after, strict=True):
        if now is None:
            continue
        for name in names:
            change = np.linalg.norm(now[name] - before[name])
            if change <= STAYS * np.linalg.norm(other.slopes[name] - case.slopes[name]):
                return True
    return False


def _moved(case: Network) -> Iterator[tuple[Network, tuple[str, ...]]]:
    """The network of one hidden layer with one thing moved, and the gradients that it moves."""
    params, every = case.params, tuple(case.params)
    yield replace(case, y=case.y * (1.0 + LITTLE)), every
    yield replace(case, params=params | {"b2": params["b2"] + LITTLE}), every
    # Across all first weights: no pre-activation moves.
    across = np.linalg.svd(params["W1"])[0][:, -1]
    yield replace(case, X=case.X + LITTLE * across), ("W1",)
    for name, follow in (("W2", ("W1", "b1")), ("b1", ("W2",)), ("b1", ("b1",))):
        other = replace(case, params=params | {name: params[name] * (1.0 + LITTLE)})
        errors = case.passed[1][-1] - case.y
        yield replace(other, y=other.passed[1][-1] - errors), follow


def _arrays(value: Any, case: Network) -> dict[str, Array] | None:
    found = named_arrays(value, case.params) or {}
    shapes = {name: array.shape for name, array in found.items()}
    if shapes != {name: array.shape for name, array in case.params.items()}:
        return None
    # What comes in another type is told from its dtype.
    typed = all(getattr(value[name], "dtype", None) == np.float64 for name in found)
    return found if typed else None
