"""One real course, made once and put through nbgrader's commands once; tests look at what came."""

import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests import corpora
from tests.corpus.hostile import overlays as hostile

ROOT = Path(__file__).parents[2]
SOLUTIONS = ROOT / "solutions"
NAME = "weight_init"
ANSWER = "why_the_copies_stay"
BIN = Path(sys.executable).parent
COURSE = "networks"
EXPORTER = "--exporter=autograder.nbgrader.export.QuestionExport"
# Of ours, nothing but the configuration runs in these, and it runs in the others, too; measuring
# coverage costs each of them 1.5 s at the least (`nbgrader --version` takes 2.0 s, and 3.5 s then).
STOCK = ("release_assignment", "collect", "db", "generate_feedback", "release_feedback")
HOSTILE = (
    "exit_zero_at_import",
    "exception_of_test_tools",
    "forged_in_advance",
    "hunting_frames",
    "lying_predictions",
    "patched_builtins",
    "reading_solutions",
    "writing_results",
)


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
    ran: list[tuple[str, ...]] = field(default_factory=list)

    def run(self, *words: str, fails: bool = False) -> str:
        """Run a command in the course folder; its output."""
        tool = [sys.executable, "-m", words[0], *words[1:]]
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}
        if words[1] in STOCK:
            environment.pop("COVERAGE_PROCESS_CONFIG", None)
        done = subprocess.run(
            tool,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        said = done.stdout + done.stderr
        assert bool(done.returncode) == fails, said
        return said

    def keep(self, name: str, *words: str) -> None:
        """Run a command and keep what it said."""
        self.said[name] = self.run(*words)
        self.ran.append(words)

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the gradebook."""
        with closing(sqlite3.connect(self.folder / "gradebook.db")) as database:
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


def _wrong(course: Course) -> None:
    """One student for each of a few misconceptions, in notebooks and scripts."""
    overlays = [o for o in corpora.wrong_overlays() if "hangs" not in o.diagnoses]
    for number, overlay in enumerate(overlays[:: len(overlays) // 18][:18]):
        student = f"w{number:02}"
        if number % 2:
            text = overlay.path.read_text(encoding="utf-8")
            course.solved(student, append(overlay.function, text))
        else:
            _put(course.hand_in(student), overlay.files())


def _unusual(course: Course) -> None:
    """Right ones, written as few would."""
    overlays = list(corpora.right_overlays())
    for number, overlay in enumerate(overlays[:: len(overlays) // 8][:8]):
        _put(course.hand_in(f"u{number}"), overlay.files())


def _hostile(course: Course) -> None:
    """Those of the hostile corpus that are over soon."""
    found = {overlay.path.stem: overlay for overlay in hostile.overlays()}
    for number, name in enumerate(HOSTILE):
        texts = corpora.right_texts()
        texts[found[name].exercise] += "\n\n# %%\n" + found[name].path.read_text("utf-8")
        _put(course.hand_in(f"h{number}"), corpora.as_scripts(texts))


def _put(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def fill(course: Course) -> None:
    """The class: right, wrong, odd and hostile."""
    course.solved("right")
    for name in ("Zoë O'Brien", "=1+1"):
        course.solved(name)
    _scripts(course.hand_in("scripts"))
    _scripts(course.solved("both"))
    wrong = "def sigmoid(a):\n    return 1.0 / (1.0 + np.exp(a))"
    course.solved("wrong", append("sigmoid", wrong))
    warns = "import sys, warnings\nprint('loud', file=sys.stderr)\nwarnings.warn('overflow')"
    course.solved("warns", append("sigmoid", warns))
    course.solved("endless", append("sigmoid", "def sigmoid(a):\n    while True: pass"))
    course.solved("floods", append("sigmoid", "def sigmoid(a):\n    print('x' * 10**8)"))
    course.solved("kills", append("sigmoid", "import os\ndef sigmoid(a):\n    os._exit(0)"))
    hungry = "def sigmoid(a):\n    return np.ones((100, 1000, 1000, 1000))"
    course.solved("hungry", append("sigmoid", hungry))
    locks = (
        f"import sqlite3\nat = {str(course.folder / 'gradebook.db')!r}\n"
        "try:\n    held = sqlite3.connect(at); held.execute('begin exclusive')\n"
        "except BaseException: pass"
    )
    course.solved("locks", append("zeros_init", locks))
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
    course.solved("scripted", _script_in_text)
    (course.hand_in("broken") / "backprop.ipynb").write_text("{broken")
    (course.hand_in("renamed") / "homework.docx").write_text("x")
    course.hand_in("nothing")
    (course.solved("partly") / "diagnostics.ipynb").unlink()
    (course.solved("late") / "timestamp.txt").write_text("2026-03-02 10:00:00 UTC\n")
    folder = course.solved("links")
    (folder / "password.txt").symlink_to("/etc/passwd")
    (folder / "answers.txt").write_text("of a neighbour")
    (folder / "timestamp.txt").write_text("2026-03-01 10:00:00 UTC\n")
    os.mkfifo(folder / "pipe")
    _wrong(course)
    _unusual(course)
    _hostile(course)


def download(course: Course) -> None:
    """A script as a learning system's download names it."""
    folder = course.folder / "downloaded" / NAME / "archive"
    folder.mkdir(parents=True)
    for path in (SOLUTIONS / NAME).glob("*.py"):
        shutil.copy(path, folder / f"uploaded_{path.name}")


def submit(course: Course) -> None:
    """What `nbgrader submit` of a student leaves in the exchange."""
    goal = course.folder / "exchange" / COURSE / "inbound"
    folder = goal / f"sent+{NAME}+2026-03-01 09:00:00 UTC+0123456789abcdef"
    folder.mkdir(parents=True)
    for path in (course.folder / "source" / NAME).glob("*.ipynb"):
        shutil.copy(path, folder)
    (folder / "timestamp.txt").write_text("2026-03-01 09:00:00.000000 UTC")
    (folder / "submission_secret.txt").write_text("0123456789abcdef" * 4)


def configure(course: Course) -> None:
    """An exchange, and no points for what is late."""
    with open(course.folder / "nbgrader_config.py", "a") as file:
        file.write(
            f"c.CourseDirectory.course_id = {COURSE!r}\n"
            f"c.Exchange.root = {str(course.folder / 'exchange')!r}\n"
            "c.LateSubmissionPlugin.penalty_method = 'zero'\n"
        )
    (course.folder / "exchange").mkdir(mode=0o777)
    (course.folder / "exchange").chmod(0o777)


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course of 60 after all commands of a term."""
    folder = tmp_path_factory.mktemp("course")
    course = Course(folder, {})
    run = course.keep
    run("course", "autograder", "course", ".", "--solutions", str(SOLUTIONS))
    configure(course)
    run("assign", "nbgrader", "generate_assignment", NAME)
    run("release", "nbgrader", "release_assignment", NAME)
    with closing(sqlite3.connect(folder / "gradebook.db")) as database, database:
        database.execute("update assignment set duedate = '2026-03-01 12:00:00.000000'")
    fill(course)
    download(course)
    submit(course)
    run("zip_collect", "nbgrader", "zip_collect", NAME)
    run("collect", "nbgrader", "collect", NAME)
    run("student", "nbgrader", "db", "student", "add", "absent", "--last-name", "=1+1, Ann")
    run("autograde", "nbgrader", "autograde", NAME)
    run("feedback", "nbgrader", "generate_feedback", NAME)
    run("release_feedback", "nbgrader", "release_feedback", NAME)
    run("export", "nbgrader", "export", EXPORTER, "--to", "table.csv")
    return course
