"""One real course, made once and put through nbgrader's commands once; tests look at what came."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOLUTIONS = ROOT / "solutions"
NAME = "weight_init"
ANSWER = "why_the_copies_stay"
BIN = Path(sys.executable).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here that uses a course needs nbgrader."""
    if importlib.util.find_spec("nbgrader") is None:
        skip = pytest.mark.skip(reason="nbgrader is not installed (extra `nbgrader`)")
        for item in items:
            if {"course", "fresh"} & set(getattr(item, "fixturenames", ())):
                item.add_marker(skip)


@dataclass
class Course:
    """A course folder, and what its commands said."""

    folder: Path
    said: dict[str, str]

    def run(self, *words: str, fails: bool = False) -> str:
        """Run a command in the course folder; its output."""
        tool = [sys.executable, "-m", words[0], *words[1:]]
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            tool,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        said = done.stdout + done.stderr
        assert bool(done.returncode) == fails, said
        return said

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the gradebook."""
        with sqlite3.connect(self.folder / "gradebook.db") as database:
            return database.execute(query, values).fetchall()

    def grades(self, student: str) -> dict[str, tuple[float | None, bool]]:
        """Cell -> (points, whether a person has to look)."""
        rows = self.ask(
            "select b.name, g.auto_score, g.needs_manual_grade from grade g "
            "join base_cell b on b.id = g.cell_id "
            "join submitted_notebook n on n.id = g.notebook_id "
            "join submitted_assignment a on a.id = n.assignment_id where a.student_id = ?",
            student,
        )
        return {name: (score, bool(by_hand)) for name, score, by_hand in rows}

    def score(self, student: str) -> float:
        """The sum of a student's points from the grader."""
        return sum(score or 0.0 for score, _ in self.grades(student).values())

    def comments(self, student: str) -> dict[str, str]:
        """Cell -> the grader's comment."""
        rows = self.ask(
            "select b.name, c.auto_comment from comment c join base_cell b on b.id = c.cell_id "
            "join submitted_notebook n on n.id = c.notebook_id "
            "join submitted_assignment a on a.id = n.assignment_id where a.student_id = ?",
            student,
        )
        return {name: comment or "" for name, comment in rows}

    def hand_in(self, student: str) -> Path:
        """The student's folder, made if need be."""
        folder = self.folder / "submitted" / student / NAME
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def solved(self, student: str, change: Callable[[str, Any], None] | None = None) -> Path:
        """A right submission as notebooks, each changed by `change(name, notebook)`."""
        folder = self.hand_in(student)
        for path in (self.folder / "source" / NAME).glob("*.ipynb"):
            book = json.loads(path.read_text())
            for cell in book["cells"]:
                if about(cell).get("grade_id") == ANSWER:
                    cell["source"] = "Because equal neurons get equal gradients, a < b."
            if change:
                change(path.stem, book)
            (folder / path.name).write_text(json.dumps(book))
        return folder

    def notebook(self, student: str, name: str) -> Any:
        """A graded notebook."""
        path = self.folder / "autograded" / student / NAME / f"{name}.ipynb"
        return json.loads(path.read_text())

    def page(self, student: str, name: str) -> str:
        """A page of feedback."""
        return (self.folder / "feedback" / student / NAME / f"{name}.html").read_text()


def about(cell: Any) -> dict[str, Any]:
    """What nbgrader keeps of a cell."""
    return cell["metadata"].get("nbgrader", {})


def append(name: str, text: str) -> Callable[[str, Any], None]:
    """A change: add to the cell of a function."""

    def change(_: str, book: Any) -> None:
        for cell in book["cells"]:
            if about(cell).get("grade_id") == name:
                source = "".join(cell["source"])
                cell["source"] = f"{source}\n\n{text}"

    return change


def _scripts(folder: Path) -> None:
    for path in (SOLUTIONS / NAME).glob("*.py"):
        shutil.copy(path, folder)


def _forge(name: str, book: Any) -> None:
    for cell in book["cells"]:
        if "grade_id" in about(cell):
            about(cell)["points"] = 1000
            if about(cell).get("grade"):
                cell["source"] = "100.0"
                cell["outputs"] = []


def _strip(name: str, book: Any) -> None:
    for cell in book["cells"]:
        cell["metadata"] = {}


def _delete(name: str, book: Any) -> None:
    gone = ("sigmoid", "check_sigmoid", "check_zeros_init")
    book["cells"] = [cell for cell in book["cells"] if about(cell).get("grade_id") not in gone]


def _split(name: str, book: Any) -> None:
    for index, cell in enumerate(book["cells"]):
        if about(cell).get("grade_id") == "sigmoid":
            book["cells"].insert(index + 1, json.loads(json.dumps(cell)) | {"id": "twice"})
            return


def _script_in_text(name: str, book: Any) -> None:
    for cell in book["cells"]:
        if about(cell).get("grade_id") == ANSWER:
            cell["source"] = (
                "<script>alert(1)</script> <img src=x onerror=alert(2)> "
                "[here](javascript:alert(3)) $\\href{javascript:alert(4)}{x}$"
            )


def fill(course: Course) -> None:
    """The class: right, wrong, odd and hostile."""
    course.solved("right")
    _scripts(course.hand_in("scripts"))
    wrong = "def sigmoid(a):\n    return 1.0 / (1.0 + np.exp(a))"
    course.solved("wrong", append("sigmoid", wrong))
    warns = "import sys, warnings\nprint('loud', file=sys.stderr)\nwarnings.warn('overflow')"
    course.solved("warns", append("sigmoid", warns))
    course.solved("endless", append("sigmoid", "def sigmoid(a):\n    while True: pass"))
    course.solved("floods", append("sigmoid", "def sigmoid(a):\n    print('x' * 10**8)"))
    course.solved("kills", append("sigmoid", "import os\ndef sigmoid(a):\n    os._exit(0)"))
    thief = (
        "try:\n    import sqlite3\n"
        f"    db = sqlite3.connect({str(course.folder / 'gradebook.db')!r})\n"
        "    db.execute('update grade set auto_score = 20'); db.commit()\n"
        "    get_ipython().input_transformers_cleanup.append(lambda lines: ['1'])\n"
        "except BaseException: pass"
    )
    course.solved("thief", append("zeros_init", f"{thief}\ndef zeros_init(i, o):\n    return None"))
    course.solved("forged", _forge)
    course.solved("stripped", _strip)
    course.solved("deleted", _delete)
    course.solved("split", _split)
    course.solved("page-scripted", _script_in_text)
    (course.hand_in("page-broken") / "backprop.ipynb").write_text("{broken")
    (course.hand_in("renamed") / "homework.docx").write_text("x")
    folder = course.solved("page-links")
    (folder / "password.txt").symlink_to("/etc/passwd")
    (folder / "timestamp.txt").write_text("2026-03-01 10:00:00 UTC\n")
    os.mkfifo(folder / "pipe")


def download(course: Course) -> None:
    """A script as a learning system's download names it."""
    folder = course.folder / "downloaded" / NAME / "archive"
    folder.mkdir(parents=True)
    for path in (SOLUTIONS / NAME).glob("*.py"):
        shutil.copy(path, folder / f"uploaded_{path.name}")


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The course after make, assign, autograde and feedback."""
    folder = tmp_path_factory.mktemp("course")
    course = Course(folder, {})
    made = course.run("autograder", "course", ".", "--solutions", str(SOLUTIONS))
    course.said["course"] = made
    course.said["assign"] = course.run("nbgrader", "generate_assignment", NAME)
    fill(course)
    download(course)
    course.said["collect"] = course.run(
        "nbgrader", "zip_collect", NAME, "--collector=nbgrader.plugins.FileNameCollectorPlugin"
    )
    course.run("nbgrader", "db", "student", "add", "absent", "--last-name", "=1+1, Ann")
    course.said["autograde"] = course.run("nbgrader", "autograde", NAME)
    course.said["feedback"] = course.run(
        "nbgrader", "generate_feedback", NAME, "--student", "page-*"
    )
    return course
