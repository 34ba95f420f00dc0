"""Names the misconception behind wrong numbers.

A function that failed is called once more, on fixed cases of the grader's own, and its answers are
held against what known wrong implementations answer there. The bank of their answers is computed
once in a process. A match means agreement on *every* case; without a match nothing is named.
"""

from __future__ import annotations

import numpy as np

from autograder.assignments.weight_init.recognition import (
    draws,
    elementwise,
    forward,
    gaps,
    gradients,
    initializers,
    layer_backward,
    saturation,
    slopes,
    training,
    updates,
)
from autograder.assignments.weight_init.recognition.signatures import recognise_order
from autograder.checking.recognition.evidence import borne_out_by
from autograder.student.calls import Student, Trouble

_RECOGNISERS = {
    **initializers.RECOGNISERS,
    **draws.RECOGNISERS,
    **elementwise.RECOGNISERS,
    **forward.RECOGNISERS,
    **layer_backward.RECOGNISERS,
    **gradients.RECOGNISERS,
    **updates.RECOGNISERS,
    **training.RECOGNISERS,
    **gaps.RECOGNISERS,
    **saturation.RECOGNISERS,
    **slopes.RECOGNISERS,
}

bears_out = borne_out_by(
    [
        *(*elementwise.BANKS, *forward.BANKS, *layer_backward.BANKS, *updates.BANKS),
        *(*training.BANKS, *gaps.BANKS, *saturation.BANKS, *slopes.BANKS),
    ],
    seen=("history-too-short", "lists-too-short", "layers-in-name-order"),
)


def recognise(function: str, student: Student) -> str | None:
    """The id of the misconception that a function's answers show, or None."""
    recogniser = _RECOGNISERS.get(function)
    if recogniser is None:
        return None
    try:
        with np.errstate(all="ignore"):  # wrong answers may hold anything
            return recogniser(student) or recognise_order(function, student)
    except Trouble:
        return None
