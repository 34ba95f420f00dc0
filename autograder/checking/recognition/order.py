"""Functions that are right, but take their arguments in another order than the exercise says."""

from itertools import permutations
from typing import Any

from autograder.checking.recognition.bank import Bank, ask
from autograder.checking.recognition.values import RIGHT, agree, flat
from autograder.student.calls import Student

MAX_ARGUMENTS = 4  # 24 orders; of six there are 720, too many calls for a guess


def recognise_order(bank: Bank, student: Student) -> str | None:
    """An id when the function fails as it is called, and is right with its arguments reordered."""
    cases, truths = list(bank.cases[:2]), bank.truths[:2]
    if len(cases[0]) > MAX_ARGUMENTS:
        return None
    if any(value is not None for value in ask(student, bank.function, cases)):
        return None
    for order in list(permutations(range(len(cases[0]))))[1:]:
        values = ask(student, bank.function, [_ordered(args, order) for args in cases])
        if all(agree(flat(v), t, RIGHT) for v, t in zip(values, truths, strict=True)):
            return "arguments-out-of-order"
    return None


def _ordered(args: tuple[Any, ...], order: tuple[int, ...]) -> tuple[Any, ...]:
    return tuple(args[index] for index in order)
