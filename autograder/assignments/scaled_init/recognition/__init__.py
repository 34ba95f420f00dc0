"""Names the misconception behind wrong numbers.

A function that failed is called once more, on fixed cases of the grader's own, and its answers are
held against what known wrong implementations answer there. A match means agreement on *every* case;
without a match nothing is named.
"""

from __future__ import annotations

import numpy as np

from autograder.assignments.scaled_init.recognition import (
    initializers,
    orthogonal,
    stacks,
    units,
    ways_back,
)
from autograder.checking.recognition.order import recognise_order
from autograder.student.calls import Student, Trouble

_RECOGNISERS = {
    **initializers.RECOGNISERS,
    **orthogonal.RECOGNISERS,
    **units.RECOGNISERS,
    **stacks.RECOGNISERS,
    **ways_back.RECOGNISERS,
}
BANKS = {bank.function: bank for bank in (*units.BANKS, *stacks.BANKS, *ways_back.BANKS)}


def recognise(function: str, student: Student) -> str | None:
    """The id of the misconception that a function's answers show, or None."""
    recogniser = _RECOGNISERS.get(function)
    if recogniser is None:
        return None
    try:
        with np.errstate(all="ignore"):  # wrong answers may hold anything
            found = recogniser(student)
            bank = BANKS.get(function)
            return found or (recognise_order(bank, student) if bank else None)
    except Trouble:
        return None
