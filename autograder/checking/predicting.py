"""Judges a dict of predictions: how many come true, and never which.

Which ones do not is for the student's own functions to tell.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.catalogue import fail
from autograder.student.calls import Call, Program


def predictions(cases: Any) -> tuple[None, Program]:
    """The dict as it is."""
    return None, [Call("PREDICTIONS", ())]


def judge_predictions(given: Any, truths: Mapping[str, bool], ask: str) -> None:
    """Fail unless every prediction comes true; each that does keeps its share of the points.

    Args:
        given: what the student's file binds.
        truths: prediction -> whether it comes true.
        ask: how it can be found out, after "as it happens when …".
    """
    if not isinstance(given, dict):
        fail(
            f"PREDICTIONS is a {type(given).__name__}",
            expected="a dict with True or False for each start",
            diagnosis="wrong-type",
        )
    open_ = [name for name in truths if not _is_decided(given.get(name))]
    right = sum(bool(given[name]) == truth for name, truth in truths.items() if name not in open_)
    wrong = len(truths) - len(open_) - right
    if open_ or wrong:
        fail(
            _observed(given, open_, right, len(truths)),
            expected=f"True or False for each, as it happens when {ask}",
            diagnosis=_prediction_id(given, truths, bool(wrong), len(open_)),
            kept=right / len(truths),
        )


def _is_decided(value: Any) -> bool:
    return isinstance(value, (bool, int, float, np.generic)) and value == value


def _prediction_id(
    given: dict[Any, Any], truths: Mapping[str, bool], wrong: bool, number_open: int
) -> str:
    if any(name not in given for name in truths):
        return "wrong-keys"
    if any(given[name] is not None and not _is_decided(given[name]) for name in truths):
        return "wrong-type"
    if wrong:
        return "prediction-wrong"
    return "not-implemented" if number_open == len(truths) else "prediction-open"


def _observed(given: dict[Any, Any], open_: list[str], right: int, number: int) -> str:
    """How many come true, and for each of the others why it is none."""
    lacking = [name for name in open_ if name not in given]
    undecided = [name for name in open_ if name in given and given[name] is None]
    odd = [name for name in open_ if name not in lacking and name not in undecided]
    parts = [
        f"{right} of {number} come true",
        *([f"still open: {', '.join(undecided)}"] if undecided else []),
        *([f"neither True nor False: {', '.join(odd)}"] if odd else []),
        *([f"not in the dict: {', '.join(lacking)}"] if lacking else []),
    ]
    return "; ".join(parts)
