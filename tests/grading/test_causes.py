"""Errors that this machine makes of right ideas are told as such, with the way out."""

from functools import partial

import numpy as np
import pytest

from autograder.grading.causes import cause_of, notes_on_trouble
from autograder.student.calls import Died, Raised

SINCE_2_4 = np.lib.NumpyVersion(np.__version__) >= "2.4.0"


def raised_by(action: object) -> Raised:
    assert callable(action)
    try:
        action()
    except Exception as error:  # whatever this NumPy raises is what is asked about
        return Raised("f", f"raised {type(error).__name__}: {error}")
    pytest.fail("this NumPy allows it")


def nothing_removed() -> None:
    np.nothing_of_that_name  # noqa: B018  # asking is the test


@pytest.mark.skipif(not SINCE_2_4, reason="earlier releases allow these")
@pytest.mark.parametrize(
    ("action", "likely", "way_out"),
    [
        (lambda: float(np.ones((1, 1))), "for a number", "a.item()"),
        (lambda: int(np.ones(1)), "for a number", "a.item()"),
        (lambda: np.zeros(2).__setitem__(0, np.ones(1)), "for an entry", "a[0, 0]"),
        (lambda: np.sum(x for x in [1.0]), "no generators", "Python's own sum"),
        (partial(getattr, np, "in1d"), "np.in1d", "np.isin"),
        (partial(getattr, np, "trapz"), "np.trapz", "np.trapezoid"),
    ],
)
def test_what_a_release_made_an_error_is_told(action: object, likely: str, way_out: str) -> None:
    cause = cause_of(raised_by(action), "process")
    assert cause is not None
    assert likely in cause.sentence
    assert np.__version__ in cause.sentence
    assert way_out in cause.pointer


def test_methods_that_are_gone_are_told() -> None:
    cause = cause_of(raised_by(lambda: np.zeros(2).ptp()), "")
    assert cause is not None
    assert "np.ptp(a)" in cause.pointer


@pytest.mark.parametrize(
    "action",
    [
        lambda: np.ones(2) @ np.ones(3),
        lambda: np.array([[1.0], [1.0, 2.0]]),
        lambda: float("x"),
        nothing_removed,
    ],
)
def test_other_errors_are_the_students_own(action: object) -> None:
    assert cause_of(raised_by(action), "kernel") is None


@pytest.mark.parametrize(
    "text",
    [
        "raised PermissionError: [Errno 13] Permission denied: 'plots'",
        "raised RuntimeError: can't start new thread",
        "raised OSError: [Errno 1] Operation not permitted",
    ],
)
def test_a_refusal_by_the_lock_down_is_told_where_there_is_one(text: str) -> None:
    cause = cause_of(Raised("f", text), "kernel")
    assert cause is not None
    assert "lock-down" in cause.sentence
    assert [note.kind for note in notes_on_trouble(Raised("f", text), "kernel")] == ["not-had-here"]
    assert cause_of(Raised("f", text), "process") is None
    assert notes_on_trouble(Raised("f", text), "process") == []
    assert cause_of(Died("f", text), "kernel") is None


def test_a_package_that_is_not_where_the_code_is_graded_is_told() -> None:
    trouble = Raised("f", "raised ModuleNotFoundError: No module named 'torch'")
    (note,) = notes_on_trouble(trouble, "kernel")
    assert note.look and note.inside
    cause = cause_of(trouble, "kernel")
    assert cause is not None
    assert "NumPy and the standard library" in cause.sentence
    assert cause_of(trouble, "process") is None
