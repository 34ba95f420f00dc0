"""An assignment is a package of its own, and a check a function in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.catalogue import UnknownAssignment, find_assignment
from autograder.grading.submission import grade


def hand_in(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def test_another_assignment_is_graded_by_the_same_engine(tmp_path: Path) -> None:
    folder = hand_in(
        tmp_path, doubling="def double(x): return x + x", halving="half = lambda x: x / 2"
    )
    report = grade(folder, "tests.tiny")
    assert report.score == 100.0
    assert [c.id for c in report.checks] == [
        "doubling.double.double_is_twice_as_much",
        "halving.half.half_undoes_double",
    ]


def test_what_is_wrong_there_is_said(tmp_path: Path) -> None:
    report = grade(hand_in(tmp_path, doubling="def double(x): return x * x"), "tests.tiny")
    assert report.score == 0.0
    assert "double(" in report.checks[0].message
    assert "there is no halving.py" in report.checks[1].message


def test_an_unknown_assignment_is_named_with_the_known_ones() -> None:
    with pytest.raises(UnknownAssignment, match="known: scaled_init, weight_init"):
        find_assignment("nothing")


def test_the_fingerprint_changes_with_the_points() -> None:
    assignment = find_assignment("tests.tiny")
    before = assignment.fingerprint()
    assert before == find_assignment("tests.tiny").fingerprint()
    assert before != find_assignment("weight_init").fingerprint()
