"""Names the misconception behind wrong numbers.

A function that failed is called once more, on fixed cases of the grader's own, and its answers are
held against what known wrong implementations answer there. The bank of their answers is computed
once in a process. A match means agreement on *every* case; without a match nothing is named.
"""

from __future__ import annotations

from autograder.assignments.weight_init.recognition import (
    diagnostics,
    elementwise,
    gradients,
    initializers,
    layers,
    updates,
)
from autograder.calls import Student, Trouble

_RECOGNISERS = {
    **elementwise.RECOGNISERS,
    **layers.RECOGNISERS,
    **gradients.RECOGNISERS,
    **updates.RECOGNISERS,
    **initializers.RECOGNISERS,
    **diagnostics.RECOGNISERS,
}


def recognise(function: str, student: Student) -> str | None:
    """The id of the misconception that a function's answers show, or None."""
    recogniser = _RECOGNISERS.get(function)
    if recogniser is None:
        return None
    try:
        return recogniser(student)
    except Trouble:
        return None
