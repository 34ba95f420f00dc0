"""Functions that are right, but take their arguments in another order than the exercise says."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np

from autograder.assignments.weight_init.recognition import forward, layer_backward, updates
from autograder.checking.recognition.bank import Bank, ask
from autograder.checking.recognition.values import RIGHT, agree, flat
from autograder.student.calls import Student

_constant_init = Bank(
    "constant_init",
    "array",
    [(4, 3, 0.3), (3, 5, -1.7)],
    lambda fan_in, fan_out, value: value + np.zeros((fan_in, fan_out)),
    [],
)
_BANKS = {
    bank.function: bank
    for bank in (_constant_init, *forward.BANKS, *layer_backward.BANKS, *updates.BANKS)
}


def recognise_order(function: str, student: Student) -> str | None:
    """An id when the function fails as it is called, and is right with its arguments reordered."""
    bank = _BANKS.get(function)
    if bank is None:
        return None
    cases, truths = list(bank.cases[:2]), bank.truths[:2]
    if any(value is not None for value in ask(student, function, cases)):
        return None
    for order in list(permutations(range(len(cases[0]))))[1:]:
        values = ask(student, function, [_ordered(args, order) for args in cases])
        if all(agree(flat(v), t, RIGHT) for v, t in zip(values, truths, strict=True)):
            return "arguments-out-of-order"
    return None


def _ordered(args: tuple[Any, ...], order: tuple[int, ...]) -> tuple[Any, ...]:
    return tuple(args[index] for index in order)
