"""The check of `PREDICTIONS`: how many come true, and never which.

Which ones do not is for the student's own network to tell.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.predictions import what_happens
from autograder.catalogue import fail
from autograder.student.calls import Answer, Call, Program, value_of

check = ASSIGNMENT.check


def predictions(cases: Cases) -> tuple[None, Program]:
    """The dict as it is."""
    return None, [Call("PREDICTIONS", ())]


@check("diagnostics", "PREDICTIONS", points=4, asks=predictions)
def predictions_match_what_happens(_: None, answers: list[Answer]) -> None:
    """Each prediction says what really happens to the neurons."""
    given = value_of(answers[0])
    if not isinstance(given, dict):
        fail(
            f"PREDICTIONS is a {type(given).__name__}",
            expected="a dict with True or False for each start",
            diagnosis="wrong-type",
        )
    truths = what_happens()
    open_ = [name for name in truths if not _is_decided(given.get(name))]
    right = sum(bool(given[name]) == truth for name, truth in truths.items() if name not in open_)
    wrong = len(truths) - len(open_) - right
    if open_ or wrong:
        fail(
            _observed(open_, right, len(truths)),
            expected="True or False for each, as it happens when your own network is trained",
            diagnosis=_prediction_id(given, truths, bool(wrong), len(open_)),
            kept=right / len(truths),
        )


def _is_decided(value: Any) -> bool:
    return isinstance(value, (bool, int, float, np.generic)) and value == value


def _prediction_id(
    given: dict[Any, Any], truths: dict[str, bool], wrong: bool, number_open: int
) -> str:
    if any(name not in given for name in truths):
        return "wrong-keys"
    if any(isinstance(given[name], str) for name in truths):
        return "wrong-type"
    if wrong:
        return "prediction-wrong"
    return "not-implemented" if number_open == len(truths) else "prediction-open"


def _observed(open_: list[str], right: int, number: int) -> str:
    come_true = f"{right} of {number} come true"
    return f"{come_true}; still open: {', '.join(open_)}" if open_ else come_true
