"""The check of `PREDICTIONS`: how many come true, and never which."""

from __future__ import annotations

from autograder.assignments.scaled_init import ASSIGNMENT
from autograder.assignments.scaled_init.predictions import what_happens
from autograder.checking.cases import Numbers
from autograder.checking.predicting import judge_predictions
from autograder.student.calls import Answer, Call, Program, value_of

check = ASSIGNMENT.check


def predictions(cases: Numbers) -> tuple[None, Program]:
    """The dict as it is."""
    return None, [Call("PREDICTIONS", ())]


@check("dead_units", "PREDICTIONS", points=5, asks=predictions)
def predictions_match_what_happens(_: None, answers: list[Answer]) -> None:
    """Each prediction says what really happens to the signal, the gradient and the units."""
    judge_predictions(value_of(answers[0]), what_happens(), "your own stacks are run")
