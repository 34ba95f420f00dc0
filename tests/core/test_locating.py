"""An assignment is a folder: found by its name, its path or an entry point, graded as ours are."""

from __future__ import annotations

import os
import shutil
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from autograder import locating
from autograder.batch.sample import make_class
from autograder.catalogue import (
    UnknownAssignment,
    files_with,
    find_assignment,
    known_assignments,
    usual_assignment,
)
from autograder.grading.submission import grade
from autograder.pictures.gallery import pictures_of
from tests.corpora import HERE

TINY = HERE / "tiny"


@pytest.fixture(autouse=True)
def _nothing_used_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(locating.VARIABLE, "")


def hand_in(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def copied(folder: Path, old: str = "", new: str = "", name: str = "tiny") -> Path:
    """The tiny assignment elsewhere, with one piece of its text replaced."""
    shutil.copytree(TINY, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder / name).rglob("*.py"):
        path.write_text(path.read_text().replace(old, new) if old else path.read_text())
    return folder / name


def test_another_assignment_is_graded_by_the_same_engine(tmp_path: Path) -> None:
    folder = hand_in(
        tmp_path, doubling="def double(x): return x + x", halving="half = lambda x: x / 2"
    )
    report = grade(folder, str(TINY))
    assert report.score == 100.0
    assert report.assignment == "tiny"
    assert [c.id for c in report.checks] == [
        "doubling.double.double_is_twice_as_much",
        "halving.half.half_undoes_double",
    ]
    assert pictures_of(find_assignment("tiny")) == ()


def test_what_is_wrong_there_is_said(tmp_path: Path) -> None:
    report = grade(hand_in(tmp_path, doubling="def double(x): return x * x"), str(TINY))
    assert report.score == 0.0
    assert "double(" in report.checks[0].message
    assert "there is no halving.py" in report.checks[1].message


def test_a_folder_has_its_name_afterwards_here_and_in_processes_started_from_here() -> None:
    with pytest.raises(UnknownAssignment):
        find_assignment("tiny")
    found = find_assignment(TINY)
    assert find_assignment("tiny") is found
    assert "tiny" in known_assignments()
    assert os.environ[locating.VARIABLE] == str(TINY)
    assert found.reference == str(TINY)
    assert find_assignment("weight_init").reference == "weight_init"


def test_it_is_found_by_an_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    points = (EntryPoint("tiny", "tests.tiny", locating.GROUP),)
    monkeypatch.setattr(locating, "_entry_points", lambda: points)
    assert "tiny" in known_assignments()
    assert find_assignment("tiny").folder == TINY


@pytest.mark.parametrize(
    ("point", "said"),
    [(("tiny", "tests.nowhere"), "no package"), (("small", "tests.tiny"), "have one name")],
)
def test_an_entry_point_that_leads_nowhere_is_said(
    point: tuple[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = (EntryPoint(*point, locating.GROUP),)
    monkeypatch.setattr(locating, "_entry_points", lambda: points)
    with pytest.raises(UnknownAssignment, match=said):
        find_assignment(point[0])


def test_a_folder_of_the_working_folder_needs_no_more_than_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(TINY.parent)
    assert find_assignment("tiny").folder == TINY


def test_of_two_folders_with_one_name_the_one_used_last_counts(tmp_path: Path) -> None:
    other = copied(tmp_path, "points=60", "points=6")
    assert find_assignment(TINY).max_score == 100.0
    assert find_assignment(other).max_score == 46.0
    assert find_assignment("tiny").folder == other
    assert find_assignment(TINY).max_score == 100.0


def test_a_name_that_leads_nowhere_is_said_with_the_known_ones() -> None:
    with pytest.raises(UnknownAssignment, match=r"no assignment 'nothing'; known: .*weight_init"):
        find_assignment("nothing")
    with pytest.raises(UnknownAssignment, match="is no folder"):
        find_assignment("some/where")
    with pytest.raises(UnknownAssignment, match=r"holds no __init__\.py"):
        find_assignment(HERE / "corpus")
    with pytest.raises(UnknownAssignment, match="no assignment ''"):
        find_assignment("")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ASSIGNMENT = ", "OTHER = ", r"ImportError: cannot import name .ASSIGNMENT."),
        ('name="tiny"', 'name="small"', r"is called 'small', and its folder 'tiny'"),
        ("x: 2.0 * x", "x: 2.0 * x +", r"SyntaxError"),
        ("@ASSIGNMENT.check", "1 / 0\n@ASSIGNMENT.check", r"doubling.py, line \d+: ZeroDivision"),
        ("from .. import", "from tests.tiny import", r"no check is registered"),
    ],
)
def test_what_is_wrong_with_an_authors_folder_is_one_sentence(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    folder = copied(tmp_path, old, new)
    with pytest.raises(UnknownAssignment, match=said) as caught:
        find_assignment(folder)
    assert len(str(caught.value).splitlines()) == 1
    assert str(folder) in str(caught.value)


def test_a_folder_that_cannot_be_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownAssignment, match="letters, digits and underscores"):
        find_assignment(copied(tmp_path, name="week-3"))


def test_the_usual_assignment_is_ours_or_the_only_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert usual_assignment(["elsewhere"]) == "weight_init"
    find_assignment(TINY)
    assert usual_assignment(["elsewhere", "tiny"]) == "tiny"
    monkeypatch.setattr("autograder.catalogue.known_assignments", lambda: ["tiny"])
    assert usual_assignment() == "tiny"


def test_what_goes_to_others_holds_one_assignment_and_nothing_of_its_authors(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path)
    for name in ("lesson/doubling.py", "corpus/right/doubling/a.py", "test_tiny.py", ".hidden"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("answer = 2\n")
    names = set(files_with(find_assignment(folder), locating.OWN.parent))
    assert {name for name in names if name.startswith("assignments/")} == {
        "assignments/__init__.py",
        "assignments/tiny/__init__.py",
        "assignments/tiny/checks/__init__.py",
        "assignments/tiny/checks/doubling.py",
    }
    assert {"catalogue.py", "conftest.py", "locating.py"} <= names


def test_the_fingerprint_is_that_of_what_counts(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = find_assignment(folder).fingerprint()
    assert before != find_assignment("weight_init").fingerprint()
    (folder / "lesson").mkdir()
    (folder / "lesson" / "doubling.py").write_text("# %%\n")
    assert find_assignment(folder).fingerprint() == before
    (folder / "checks" / "more.py").write_text("")
    assert find_assignment(folder).fingerprint() != before


def test_a_sample_class_is_made_of_any_assignment(tmp_path: Path) -> None:
    solutions = tmp_path / "solutions"
    solutions.mkdir()
    (solutions / "doubling.py").write_text("def double(x):\n    return 2 * x\n")
    (solutions / "halving.py").write_text("def half(x):\n    return x / 2\n")
    tiny = find_assignment(TINY)
    count = make_class(tmp_path / "class", solutions, tiny.exercises)
    assert count == len(list((tmp_path / "class").iterdir())) > 10
    wrong = grade(tmp_path / "class" / "bea-adds-a-half", TINY)
    assert [check.outcome.value for check in wrong.checks][:1] == ["failed"]
    assert "double(" in wrong.checks[0].message
    assert grade(tmp_path / "class" / "ada-right", TINY).score == tiny.max_score
