"""Makes an nbgrader course, or adds an assignment to one."""

import re
from dataclasses import dataclass
from pathlib import Path

from autograder.catalogue import Assignment
from autograder.release.build import read_solutions
from autograder.release.notebooks import notebook_text, solved_notebook

CONFIG = "nbgrader_config.py"
_CONFIG_LINES = """\
import autograder.nbgrader

c = get_config()  # noqa: F821  # nbgrader provides it
autograder.nbgrader.configure(c{assignments})
"""
_COURSE_LINES = """\
from pathlib import Path

{lines}
c.CourseDirectory.course_id = {course!r}
# Where students fetch assignments and hand them in: a folder that every one of them can write to.
c.Exchange.root = str(Path(__file__).resolve().parent / "exchange")
"""


def config_lines(assignment: Assignment) -> str:
    """What a course's configuration needs; the folders of assignments that are not ours as well."""
    outside = assignment.reference != assignment.name
    return _CONFIG_LINES.format(
        assignments=f", assignments=[{assignment.reference!r}]" if outside else ""
    )


def config_text(folder: Path, assignment: Assignment) -> str:
    """The configuration of a new course; its id is made from the folder's name."""
    course = re.sub(r"[^A-Za-z0-9_.-]+", "-", folder.resolve().name).strip("-.") or "course"
    return _COURSE_LINES.format(lines=config_lines(assignment), course=course)


@dataclass(frozen=True, slots=True)
class MadeCourse:
    """What was written.

    Attributes:
        written: new files.
        kept: files that were there and stay as they are.
        configured: the configuration calls `configure`, and names an assignment that is not ours.
    """

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    configured: bool


def make_course(folder: Path, assignment: Assignment, solutions: Path) -> MadeCourse:
    """Write what is missing of a course with this assignment; nothing there is touched.

    Raises:
        ReleaseError: a script cannot be stripped safely.
        OSError: something cannot be written.
    """
    points = assignment.points()
    scripts = read_solutions(solutions)
    texts = {
        folder / "source" / assignment.name / f"{script.exercise}.ipynb": notebook_text(
            solved_notebook(script, points)
        )
        for script in scripts
    }
    texts[folder / CONFIG] = config_text(folder, assignment)
    written, kept = [], []
    for path, text in texts.items():
        if path.exists():
            kept.append(path)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    config = (folder / CONFIG).read_text(encoding="utf-8", errors="replace")
    named = assignment.reference in config or assignment.reference == assignment.name
    return MadeCourse(tuple(written), tuple(kept), "autograder.nbgrader" in config and named)
