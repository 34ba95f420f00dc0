"""The check of `PREDICTIONS`: how many come true, and never which.

Which ones do not is for the student's own network to tell.
"""

from __future__ import annotations

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.predictions import what_happens
from autograder.checking.predicting import judge_predictions
from autograder.student.calls import Answer, Call, Program, value_of

check = ASSIGNMENT.check


def predictions(cases: Cases) -> tuple[None, Program]:
    """The dict as it is."""
    return None, [Call("PREDICTIONS", ())]


@check("diagnostics", "PREDICTIONS", points=4, asks=predictions)
def predictions_match_what_happens(_: None, answers: list[Answer]) -> None:
    """Each prediction says what really happens to the neurons."""
    judge_predictions(value_of(answers[0]), what_happens(), "your own network is trained")
