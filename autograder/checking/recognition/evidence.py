"""Whether an idea is borne out by all that was seen of a function, at every corner of its domain.

An idea is found on a few cases that tell ideas from each other. Before it is said, the answers that
were judged have their say: what is right where the idea would be wrong follows another idea, and
what is wrong at one or two corners follows a place in the domain, not an idea.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from autograder.checking.probe import FIRST, Case, Drawn
from autograder.checking.recognition.bank import Args, Bank, Wrong, arrays_of
from autograder.checking.recognition.values import RIGHT, agree, flat
from autograder.numerics import Array
from autograder.student.calls import Answer, Trouble

MIN_CORNERS = 3  # at which an answer is wrong: two have much in common by chance


def bears_out(bank: Bank, id_: str, drawn: Any, answers: Sequence[Answer]) -> bool:
    """Whether what was drawn and answered bears an idea of the bank out, or nothing is known of
    corners."""
    cases = drawn[0] if isinstance(drawn, tuple) and drawn else drawn
    if not isinstance(cases, Drawn):
        return True
    with np.errstate(all="ignore"):  # wrong answers may hold anything
        return _bears_out(bank, id_, cases, answers)


def _bears_out(bank: Bank, id_: str, cases: Sequence[Case], answers: Sequence[Answer]) -> bool:
    seen = [
        _Corner(case.args, _read(answer), flat(bank.right(*case.args)))
        for case, answer in zip(cases, answers, strict=False)
        if case.repetition == FIRST
    ]
    if sum(not corner.is_right for corner in seen) < MIN_CORNERS:
        return False
    ways = [wrong for name, wrong in bank.wrong if name == id_]
    # An idea with a parameter is no entry of the bank: then there is nothing to hold against it.
    return not ways or any(_leaves_right(way, seen) for way in ways)


class _Corner(NamedTuple):
    args: Args
    seen: list[Array] | None
    truth: list[Array] | None

    @property
    def is_right(self) -> bool:
        return _finite(self.seen) and agree(self.seen, self.truth, RIGHT)


def _leaves_right(way: Wrong, seen: Sequence[_Corner]) -> bool:
    """Whether a wrong way is right wherever the student is, as far as it runs there."""
    for corner in seen:
        if corner.is_right and any(array.any() for array in corner.truth or ()):
            arrays = arrays_of(way, corner.args)
            if _finite(arrays) and not agree(arrays, corner.truth):
                return False
    return True


def _finite(arrays: Sequence[Array] | None) -> bool:
    return arrays is not None and all(np.isfinite(array).all() for array in arrays)


def _read(answer: Answer) -> list[Array] | None:
    try:
        return None if answer.trouble is not None else flat(answer.value)
    except Trouble:  # bytes that are no value
        return None
