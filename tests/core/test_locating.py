"""An assignment is a folder: found by its name, its path or an entry point, graded as ours are."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from autograder import check, locating, show
from autograder.batch.sample_class import make_class
from autograder.catalogue import (
    UnknownAssignment,
    find_assignment,
    known_assignments,
    usual_assignment,
)
from autograder.cli import main
from autograder.fronts.text import closing_word
from autograder.grading.submission import grade
from autograder.model import CheckResult, Outcome, Report, Status
from autograder.pages.feedback import feedback_page
from autograder.pictures.gallery import pictures_of
from autograder.release.kit import files_with, kit_files
from tests.corpora import HERE

pytestmark = pytest.mark.usefixtures("nothing_used_before")
RIDGE = HERE / "authors" / "ridge"


def copied(folder: Path, old: str = "", new: str = "", name: str = "ridge") -> Path:
    """The assignment elsewhere, with one piece of its text replaced."""
    shutil.copytree(RIDGE, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder / name).rglob("*.py"):
        path.write_text(path.read_text().replace(old, new) if old else path.read_text())
    return folder / name


def test_another_assignment_is_graded_by_the_same_engine(tmp_path: Path) -> None:
    report = grade(RIDGE / "lesson", str(RIDGE))
    assert report.score == 100.0
    assert report.assignment == "ridge"
    assert [c.id for c in report.checks] == [
        "regression.ridge.weights_are_those_of_the_minimum",
        "regression.ridge.data_stay_as_they_are",
        "regression.ridge.slope_at_the_minimum_is_zero",
    ]
    assert pictures_of(find_assignment("ridge")) == ()


def test_what_is_wrong_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "regression.py").write_text("def ridge(X, y, penalty): return y[:1]\n")
    report = grade(tmp_path, str(RIDGE))
    assert report.score == 0.0
    assert "we ran: ridge(array (7, 3), array (7,), 0.5)" in report.checks[0].message


def test_a_folder_has_its_name_afterwards_here_and_in_processes_started_from_here() -> None:
    with pytest.raises(UnknownAssignment):
        find_assignment("ridge")
    found = find_assignment(RIDGE)
    assert find_assignment("ridge") is found
    assert "ridge" in known_assignments()
    assert os.environ[locating.VARIABLE] == str(RIDGE)
    assert found.reference == str(RIDGE)
    assert find_assignment("weight_init").reference == "weight_init"


def test_a_listed_folder_may_hold_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(locating.VARIABLE, os.pathsep.join(["nowhere", str(RIDGE.parent)]))
    assert {"kmeans", "ridge", "softmax", "weight_init"} <= set(known_assignments())
    assert find_assignment("ridge").folder == RIDGE


def test_it_is_found_by_the_entry_point_of_an_installed_package(tmp_path: Path) -> None:
    shutil.copytree(RIDGE, tmp_path / "mycourse" / "ridge")
    (tmp_path / "mycourse" / "__init__.py").touch()
    about = tmp_path / "mycourse-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: mycourse\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[{locating.GROUP}]\nridge = mycourse.ridge\n")
    program = (
        "from autograder.catalogue import find_assignment, known_assignments\n"
        "print(find_assignment('ridge').folder, *known_assignments())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE.parent), str(tmp_path)])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[0] == str(tmp_path / "mycourse" / "ridge")
    assert "ridge" in done.stdout.split()[1:]


@pytest.mark.parametrize(
    ("point", "said"),
    [
        (("ridge", "tests.nowhere"), "no package"),
        (("small", "tests.authors.ridge"), "have one name"),
    ],
)
def test_an_entry_point_that_leads_nowhere_is_said(
    point: tuple[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = (EntryPoint(*point, locating.GROUP),)
    monkeypatch.setattr(locating, "_entry_points", lambda: points)
    with pytest.raises(UnknownAssignment, match=said):
        find_assignment(point[0])


def a_hand_in_that_would_be_imported(folder: Path) -> Path:
    """A student's folder whose `ridge` and modules leave a mark when they are imported."""
    marks = f"open({str(folder / 'imported')!r}, 'a').write(__name__)\n"
    distribution = folder / "mine-1.0.dist-info"
    for place in (folder, folder / "ridge", folder / "ridge" / "ridge", folder / "mine" / "ridge"):
        place.mkdir(parents=True, exist_ok=True)
        for name in ("__init__.py", "checks.py", "numpy.py", "typing.py", "__future__.py"):
            (place / name).write_text(marks)
    (folder / "mine" / "__init__.py").write_text(marks)
    distribution.mkdir()
    (distribution / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n")
    (distribution / "entry_points.txt").write_text(f"[{locating.GROUP}]\nridge = mine.ridge\n")
    return folder


@pytest.mark.parametrize("listed", ["", ".", "ridge", os.pathsep.join(["..", "../ridge"])])
@pytest.mark.parametrize("inside", ["", "ridge", "ridge/ridge"])
def test_no_name_alone_leads_to_what_lies_where_one_stands(
    tmp_path: Path, inside: str, listed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_hand_in_that_would_be_imported(tmp_path)
    monkeypatch.chdir(tmp_path / inside)
    monkeypatch.setenv(locating.VARIABLE, listed)
    assert "ridge" not in known_assignments()
    assert usual_assignment(["ridge"]) == "weight_init"
    for run in (
        ["grade", ".", "--assignment", "ridge", "--out", str(tmp_path / "out"), "--unsafe"],
        ["show", ".", "--assignment", "ridge"],
        ["bundle", "gradescope", "--assignment", "ridge"],
        ["course", str(tmp_path / "course"), "--assignment", "ridge"],
        ["release", "--assignment", "ridge"],
        ["demo", "--assignment", "ridge", "--unsafe"],
        ["prove", "ridge"],
    ):
        done = CliRunner().invoke(main, run)
        assert done.exit_code != 0
        assert "there is no assignment 'ridge'" in done.output
        assert ("give it as a path: ./ridge;" in done.output) == (inside != "ridge/ridge")
    for front in (check, show):
        with pytest.raises(UnknownAssignment, match="no assignment 'ridge'"):
            front(assignment="ridge")
    assert not (tmp_path / "imported").exists()


def test_the_commands_import_nothing_from_where_one_stands(tmp_path: Path) -> None:
    a_hand_in_that_would_be_imported(tmp_path)
    environment = os.environ | {locating.VARIABLE: "."}
    run = [sys.executable, "-m", "autograder", "show", ".", "--assignment", "ridge"]
    done = subprocess.run(
        run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "there is no assignment 'ridge'" in done.stderr
    assert not (tmp_path / "imported").exists()


def test_pytest_takes_no_assignment_from_where_one_stands(tmp_path: Path) -> None:
    a_hand_in_that_would_be_imported(tmp_path)
    environment = os.environ | {locating.VARIABLE: "."}
    run = ["-p", "no:cacheprovider", "autograder", "--assignment", "ridge", "--submission", "."]
    done = subprocess.run(
        [Path(sys.executable).with_name("pytest"), *run],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    assert "there is no assignment 'ridge'" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "imported").exists()


def test_a_path_of_the_working_folder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, given in (
        (RIDGE.parent, "./ridge"), (RIDGE.parent, "ridge/"), (RIDGE.parent, Path("ridge")),
        (RIDGE, "."), (RIDGE / "lesson", ".."),
    ):  # fmt: skip
        monkeypatch.setenv(locating.VARIABLE, "")
        monkeypatch.chdir(folder)
        assert find_assignment(given).folder == RIDGE


def test_of_two_folders_with_one_name_the_one_used_last_counts(tmp_path: Path) -> None:
    other = copied(tmp_path, "points=60", "points=6")
    assert find_assignment(RIDGE).max_score == 100.0
    assert find_assignment(other).max_score == 46.0
    assert find_assignment("ridge").folder == other
    assert find_assignment(RIDGE).max_score == 100.0


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
        ('name="ridge"', 'name="small"', r"is called 'small', and its folder 'ridge'"),
        ("exercises={", "exercises={{", r"SyntaxError"),
        ("@ASSIGNMENT.check", "1 / 0\n@ASSIGNMENT.check", r"checks.py, line \d+: ZeroDivision"),
        ("from . import", "from tests.authors.ridge import", r"no check is registered"),
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
    find_assignment(RIDGE)
    assert usual_assignment(["elsewhere", "ridge"]) == "ridge"
    monkeypatch.setattr("autograder.catalogue.known_assignments", lambda: ["ridge"])
    assert usual_assignment() == "ridge"


def test_what_goes_to_others_holds_one_assignment_and_nothing_of_its_authors(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path)
    for name in ("test_ridge.py", "conftest.py", ".hidden"):
        (folder / name).write_text("answer = 2\n")
    names = set(files_with(find_assignment(folder), locating.OWN.parent))
    assert {name for name in names if name.startswith("assignments/")} == {
        "assignments/__init__.py",
        "assignments/ridge/__init__.py",
        "assignments/ridge/checks.py",
    }
    assert {"catalogue.py", "conftest.py", "locating.py"} <= names


def test_the_fingerprint_is_that_of_what_counts(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = find_assignment(folder).fingerprint()
    assert before != find_assignment("weight_init").fingerprint()
    (folder / "lesson" / "regression.py").write_text("# %%\n")
    assert find_assignment(folder).fingerprint() == before
    (folder / "more.py").write_text("")
    assert find_assignment(folder).fingerprint() != before


def test_a_sample_class_is_made_of_any_assignment(tmp_path: Path) -> None:
    found = find_assignment(RIDGE)
    assert found.lesson == RIDGE / "lesson"
    count = make_class(tmp_path / "class", found.lesson, found)
    assert count == len(list((tmp_path / "class").iterdir())) > 10
    wrong = grade(tmp_path / "class" / "bea-adds-a-half", RIDGE)
    assert [check.outcome.value for check in wrong.checks][:1] == ["failed"]
    assert "ridge(" in wrong.checks[0].message
    assert grade(tmp_path / "class" / "ada-right", RIDGE).score == found.max_score


def test_a_notebook_of_a_kit_finds_the_kit_s_own_assignment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where another package is installed, which has never heard of it."""
    copied(tmp_path / "autograder" / "assignments")
    exercise = tmp_path / "exercises" / "ridge"
    exercise.mkdir(parents=True)
    monkeypatch.chdir(exercise)
    namespace: dict[str, Any] = {"check": check}
    exec((RIDGE / "lesson" / "regression.py").read_text(), namespace)
    exec('seen = check("ridge")', namespace)
    assert namespace["seen"].earned == namespace["seen"].possible == 100.0


def test_nobody_is_sent_to_pictures_that_are_not_there() -> None:
    ours, theirs = find_assignment("weight_init"), find_assignment(RIDGE)
    assert ours.pictured
    assert not theirs.pictured
    kits = [
        kit_files(assignment, {"regression.py": ""}, locating.OWN.parent, "1")["README.md"]
        for assignment in (ours, theirs)
    ]
    pages = [
        feedback_page(Report("ann", assignment.name, Status.GRADED, 1, "1"), assignment)
        for assignment in (ours, theirs)
    ]
    words = [
        closing_word([CheckResult("a.b.c", "a", "b", 1.0, 1.0, Outcome.PASSED)], pictured=pictured)
        for pictured in (True, False)
    ]
    for told, silent in (kits, pages, words):
        assert "autograder show" in told
        assert "autograder show" not in silent
