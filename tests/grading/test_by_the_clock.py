"""Work that is not counted where it is done is seen by the kernel's clock, and told to a person."""

import contextlib
from pathlib import Path

import pytest

from autograder.batch.worker import Grader, Settings, Task
from autograder.grading import by_the_clock
from autograder.handins.submission import from_files
from autograder.model import Report
from autograder.student.limits import Limits
from tests.batch.classes import ASSIGNMENT, needs_lockdown
from tests.corpora import FOLDERS, as_scripts, right_texts

pytestmark = needs_lockdown
STEPS = Path(FOLDERS["weight_init"], "hostile/backprop/tracing_claimed_file.py")
UNCOUNTED = """
import sys

stepped = backward


def backward(*args):
    sys.settrace(None)
    return stepped(*args)
"""


SENSING = """
import sys

stepped, seen = backward, {}


def backward(params, a, h, y, activation):
    key = y.tobytes()
    if sys.gettrace() is None or key not in seen:
        sys.settrace(None)
        seen[key] = stepped(params, a, h, y, activation)
    return seen[key]
"""


def graded(more: str) -> Report:
    texts = right_texts()
    texts["backprop"] += f"\n\n{more}"
    task = Task(from_files("s", as_scripts(texts), ASSIGNMENT.exercises))
    with contextlib.closing(Grader(Settings("weight_init", 7, b"", Limits()))) as grader:
        return grader.grade(task)


@pytest.mark.parametrize(
    ("attack", "hidden", "score"),
    [
        (STEPS, UNCOUNTED, 100),
        (STEPS, SENSING, 100),
        (STEPS.with_stem("patched_memory_counts"), "", 99),
    ],
)
def test_uncounted_work_is_told_to_a_person(attack: Path, hidden: str, score: float) -> None:
    report = graded(attack.read_text(encoding="utf-8") + hidden)
    assert report.score == score  # a clock decides no points
    (note,) = [note for note in report.notes if note.kind == "by-the-clock"]
    assert note.look
    assert note.inside


def test_what_is_timed_is_a_check() -> None:
    assert ASSIGNMENT.timed.keys() <= {check.name for check in ASSIGNMENT.checks}


def test_right_work_takes_the_time_that_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    look = by_the_clock.KernelClock._timed
    monkeypatch.setattr(by_the_clock, "QUICK_SECONDS", 0.0)
    monkeypatch.setattr(
        by_the_clock.KernelClock, "_timed", lambda *args: looked.append(args) or look(*args)
    )
    report = graded("")
    assert looked
    assert report.score == 100
    assert report.notes == ()


def test_who_is_quick_is_asked_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_the_clock, "QUICK_SECONDS", 1e9)
    monkeypatch.delattr(by_the_clock.KernelClock, "_timed")
    assert graded("").score == 100
