"""`autograder new`, and everything that works on what it writes, at once."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder import locating
from autograder.catalogue import find_assignment
from autograder.cli import main
from tests.batch.classes import needs_lockdown
from tests.fronts.test_pytest_front import run as run_pytest

pytestmark = pytest.mark.usefixtures("nothing_used_before")
NAME = "shelf"


@pytest.fixture(scope="module")
def author(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The author's own folder, outside of this repository."""
    folder = tmp_path_factory.mktemp("author")
    done = CliRunner().invoke(main, ["new", NAME, "--to", str(folder)])
    assert done.exit_code == 0, done.output
    return folder / NAME


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def class_of_two(author: Path, folder: Path) -> Path:
    solution = (author / "lesson" / "smoothing.py").read_text()
    wrong = author / "corpus" / "wrong" / "smoothing" / "window_too_short.py"
    for student, text in {
        "ann": solution,
        "ben": f"{solution}\n\n# %%\n{wrong.read_text()}",
    }.items():
        (folder / student).mkdir(parents=True)
        (folder / student / "smoothing.py").write_text(text)
    return folder


def test_it_is_an_assignment_of_its_own(author: Path) -> None:
    assert find_assignment(author).name == NAME
    names = {path.relative_to(author).as_posix() for path in locating.files_in(author)}
    assert {"__init__.py", "checks.py", "lesson/smoothing.py", f"test_{NAME}.py"} <= names
    assert not [name for name in names if "template" in (author / name).read_text()]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((NAME,), "is there already"),
        (("week-3",), "letters, digits and underscores"),
        (("class",), "letters, digits and underscores"),
        (("numpy",), "there is a module numpy in this Python"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    author: Path, arguments: tuple[str, ...], why: str
) -> None:
    before = sorted(author.parent.rglob("*"))
    done = run("new", *arguments, "--to", author.parent)
    assert done.exit_code == 1
    assert why in done.output
    assert len(done.output.splitlines()) == 1
    assert sorted(author.parent.rglob("*")) == before


def test_a_name_may_be_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("new", "course/pots")
    assert done.exit_code == 0, done.output
    assert find_assignment("course/pots").name == "pots"
    for line in done.output.splitlines()[:-1]:
        assert (tmp_path / line.split()[1]).is_file()


def test_its_own_test_passes(author: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(author)],
        cwd=author, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_nothing_to_show_without_pictures(author: Path) -> None:
    done = run("show", author / "lesson", "--assignment", author)
    assert done.exit_code == 1
    assert "has no pictures to show" in done.output


def test_pytest_grades_a_submission(author: Path) -> None:
    done = run_pytest("--assignment", str(author), "--submission", str(author / "lesson"))
    assert done.returncode == 0, done.stdout
    assert "10 / 10" in done.stdout


def test_pytest_looks_for_the_exercises_by_its_name(author: Path, tmp_path: Path) -> None:
    done = run("release", "--assignment", author, "--exercises", tmp_path / "exercises")
    assert done.exit_code == 0, done.output
    stub = run_pytest("--assignment", str(author), folder=tmp_path)
    assert stub.returncode == 1
    assert "0 / 10" in stub.stdout
    assert "moving_average" in stub.stdout


def test_a_kit_has_this_assignment_only_and_works_where_it_is_unpacked(
    author: Path, tmp_path: Path
) -> None:
    kit = tmp_path / "kit.zip"
    done = run("release", "--assignment", author, "--exercises", tmp_path / "e", "--kit", kit)
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(kit) as archive:
        archive.extractall(tmp_path)
    unpacked = tmp_path / f"{NAME}-kit"
    inside = {path.name for path in (unpacked / "autograder" / "assignments").iterdir()}
    assert inside == {"__init__.py", NAME}
    assert not list(unpacked.rglob("corpus"))
    assert run_pytest(folder=unpacked).returncode == 1
    solution = (author / "lesson" / "smoothing.py").read_text()
    (unpacked / "exercises" / NAME / "smoothing.py").write_text(solution)
    done = run_pytest(folder=unpacked)
    assert done.returncode == 0, done.stdout
    assert "10 / 10" in done.stdout


@needs_lockdown
def test_a_class_is_graded_and_everything_else_finds_the_assignment_by_its_results(
    author: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path / "results"
    submitted = class_of_two(author, tmp_path / "submitted")
    done = run("grade", submitted, "--assignment", author, "--out", results, "--workers", 2)
    assert done.exit_code == 0, done.output
    records = [json.loads(line) for line in (results / "results.jsonl").read_text().splitlines()]
    assert {r["student"]: r["score"] for r in records} == {"ann": 10.0, "ben": 2.0}
    assert {r["assignment"] for r in records} == {NAME}
    again = run("grade", submitted, "--assignment", author, "--out", results)
    assert "2 had a record already" in again.output
    for command in (("report", results), ("export", results, "--format", "gradescope")):
        monkeypatch.setenv(locating.VARIABLE, "")
        assert run(*command).exit_code == 0
    page = (results / "report" / "index.html").read_text()
    assert "Every window of the series gives the mean of its values." in page


@needs_lockdown
def test_a_bundle_grades_without_the_authors_folder(author: Path, tmp_path: Path) -> None:
    target = tmp_path / "autograder.zip"
    done = run("bundle", "gradescope", "--assignment", author, "--output", target)
    assert done.exit_code == 0, done.output
    root = tmp_path / "gradescope"
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as archive:
        archive.extractall(root / "source")
    for name in ("submission", "results"):
        (root / name).mkdir()
    solution = (author / "lesson" / "smoothing.py").read_text()
    (root / "submission" / "smoothing.py").write_text(solution)
    subprocess.run(
        [sys.executable, "-s", "-B", "-m", "autograder.gradescope.run"],
        cwd=root, check=True, capture_output=True,
        env=os.environ
        | {"AUTOGRADER_ROOT": str(root), "PYTHONPATH": str(root / "source" / "package")},
    )  # fmt: skip
    record = json.loads((root / "results" / "results.json").read_text())
    assert record["score"] == 10.0


def test_a_course_names_it_in_its_configuration(author: Path, tmp_path: Path) -> None:
    pytest.importorskip("nbgrader")
    course = tmp_path / "course"
    done = run("course", course, "--assignment", author)
    assert done.exit_code == 0, done.output
    assert repr(str(author)) in (course / "nbgrader_config.py").read_text()
    assert (course / "source" / NAME / "smoothing.ipynb").is_file()
    (course / "nbgrader_config.py").write_text("import autograder.nbgrader\n")
    done = run("course", course, "--assignment", author)
    assert done.exit_code == 1
    assert f"assignments=[{str(author)!r}]" in done.output


def test_a_configuration_that_names_what_is_gone_ends_nbgrader(tmp_path: Path) -> None:
    config = pytest.importorskip("traitlets.config")
    nbgrader = pytest.importorskip("autograder.nbgrader")
    with pytest.raises(SystemExit, match=r"nbgrader_config.py: .*gone is no folder"):
        nbgrader.configure(config.Config(), assignments=[tmp_path / "gone"])


@pytest.mark.thorough
def test_nbgrader_releases_and_grades_it(author: Path, tmp_path: Path) -> None:
    """The commands of a term, in a course that holds it beside another assignment."""
    pytest.importorskip("nbgrader")
    course = tmp_path / "course"
    assert run("course", course, "--assignment", author).exit_code == 0
    class_of_two(author, tmp_path / "papers")
    for student in ("ann", "ben"):
        goal = course / "submitted" / student / NAME
        goal.mkdir(parents=True)
        text = (tmp_path / "papers" / student / "smoothing.py").read_text()
        (goal / "smoothing.py").write_text(text)
    environment = {k: v for k, v in os.environ.items() if k != locating.VARIABLE}
    for command in ("generate_assignment", "autograde"):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", command, NAME],
            cwd=course, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    stub = (course / "release" / NAME / "smoothing.ipynb").read_text()
    assert "NotImplementedError" in stub
    assert "np.convolve" not in stub
    lines = (course / "results" / NAME / "results.jsonl").read_text().splitlines()
    assert {json.loads(line)["score"] for line in lines} == {10.0, 2.0}
