"""What shows that something was kept from an earlier call, and what does not."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.catalogue import Failed
from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.judging import judge_values
from autograder.checking.numbers import one_number
from autograder.checking.probe import LAYOUT, REPETITION, TWIN, Expected, Probe
from autograder.checking.sameness import same
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent

SIZE = Factor("size", tuple(Level(size, f"for {size} entries") for size in (5, 7, 10)))
POSITIVE = Factor("positive", tuple(Level(count) for count in (1, 2, 3)))


def drawn(rng: np.random.Generator, corner: Corner) -> tuple[np.ndarray]:
    a = -np.ones(corner["size"])
    a[: corner["positive"] + (corner[REPETITION.name] == TWIN)] = 1.0
    return (rng.permutation(a),)


SHARE = Probe(
    "share",
    Domain((SIZE, POSITIVE, LAYOUT, REPETITION)),
    drawn,
    lambda a: {"the share": Expected(np.asarray(np.mean(a > 0)), 1e-12)},
    one_number("the share"),
)


def asked(function: object) -> tuple[object, object]:
    cases, program = SHARE.asks(np.random.default_rng(1))
    return cases, RemoteStudent(NotebookBackend({"e": ["share"]}, {"share": function})).run(program)


def next_share(a: np.ndarray) -> float:
    return float((np.sum(a > 0) + 1) / a.size)


def test_a_wrong_share_that_is_right_for_another_call_shows_nothing() -> None:
    judged = asked(next_share)
    judge_conduct(SHARE, *judged)
    with pytest.raises(Failed):
        judge_values(SHARE, *judged)


def test_a_share_that_is_kept_is_told() -> None:
    kept: dict[int, float] = {}
    judged = asked(lambda a: kept.setdefault(a.size, float(np.mean(a > 0))))
    with pytest.raises(Failed) as failed:
        judge_conduct(SHARE, *judged)
    assert failed.value.finding.diagnosis == "keeps-state"


@pytest.mark.parametrize("dtype", [bool, "U1", "M8[s]", complex, np.float32])
def test_arrays_of_any_kind_can_be_compared(dtype: object) -> None:
    first, second = np.array([0, 1]).astype(dtype), np.array([1, 1]).astype(dtype)
    assert same(first, first.copy())
    assert not same(first, second)
