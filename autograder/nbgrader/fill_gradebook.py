"""Brings a whole class's reports into an nbgrader course: the gradebook in one transaction, and
the notebooks that formgrader and the feedback are made from."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from autograder.model import Report
from autograder.nbgrader.course_folders import CourseFolders, ReleasedNotebook, can_be_a_folder
from autograder.nbgrader.gradebook import Change, Gradebook, Tell, UnusableGradebook
from autograder.nbgrader.graded_student import GradedStudent, graded_student
from autograder.nbgrader.make_course import CONFIG
from autograder.nbgrader.stored_pictures import stored

_SQLITE = re.compile(r"sqlite:///(?P<path>[^?]+)(?:\?.*)?")


def require_gradebook(url: str, assignment: str, course: Path | None = None) -> None:
    """Raise unless `fill_gradebook` can write this assignment there; nothing is changed.

    Raises:
        UnusableGradebook: it cannot; the text says why and what to do.
    """
    Gradebook(url).require(assignment)
    _Course(course or course_of(url)).released(assignment)


def fill_gradebook(
    reports: Iterable[Report],
    url: str,
    course: Path | None = None,
    *,
    results: Path | None = None,
    tell: Tell | None = None,
    dry: bool = False,
) -> list[Change]:
    """Write reports into nbgrader's gradebook and course folder; the same again changes nothing.

    What people wrote stays: scores and comments of their own. A score of the grader that has
    changed under one of theirs is marked as waiting for them.

    Args:
        reports: of one assignment or several.
        url: of nbgrader's database.
        course: the course folder; that of the SQLite file when none is given.
        results: the folder of the results, for the pictures in it.
        tell: is told what changes before that is final.
        dry: write nothing.

    Returns:
        The scores that are (or would be) other than before.

    Raises:
        UnusableGradebook: the database, the assignment in it or the released notebooks are not
            there, or something cannot be written; the database is then as it was.
    """
    book, place = Gradebook(url), _Course(course or course_of(url))
    from autograder.nbgrader.late_penalties import penalise  # it needs nbgrader, which is there now

    by_assignment: dict[str, list[Report]] = {}
    for report in reports:
        by_assignment.setdefault(report.assignment, []).append(report)
    changes: list[Change] = []
    for name, group in by_assignment.items():
        released = place.released(name)
        sheets = [place.sheet(report, released, results) for report in group]
        before = partial(_before, tell, () if dry else sheets)
        changes += book.write(name, [sheet.mark for sheet in sheets], before=before, dry=dry)
        if not dry:
            penalise(book, name, config=place.config)
    return changes


def _before(tell: Tell | None, sheets: Iterable[GradedStudent], found: list[Change]) -> None:
    """What is done before changes are final: they are told, and the notebooks written."""
    if tell is not None:
        tell(found)
    for one in sheets:
        try:
            one.write()
        except OSError as error:
            raise UnusableGradebook(f"{error.filename}: {error.strerror}") from error


def course_of(url: str) -> Path:
    """The folder of an SQLite database; of any other, the folder one is in."""
    match = _SQLITE.fullmatch(url)
    return Path(match["path"]).parent if match else Path()


class _Course:
    """A course folder with its own configuration."""

    def __init__(self, folder: Path) -> None:
        from nbgrader.coursedir import CourseDirectory

        self.config = _config(folder)
        directory: Any = CourseDirectory(config=self.config)
        directory.root = str(folder.resolve())
        self.folders = CourseFolders(directory)

    def released(self, assignment: str) -> list[ReleasedNotebook]:
        """The released notebooks."""
        try:
            return self.folders.released(assignment)
        except (OSError, ValueError) as error:
            raise UnusableGradebook(str(error)) from error

    def sheet(
        self, report: Report, released: Sequence[ReleasedNotebook], results: Path | None
    ) -> GradedStudent:
        """A student's part."""
        student = report.student
        if not can_be_a_folder(student):
            raise UnusableGradebook(f"{student!r} cannot be the name of a student's folder")
        drawn = stored(results, report) if results else None
        folders = self.folders.of(student, report.assignment)
        return graded_student(report, released, folders, drawn or ())


def _config(folder: Path) -> Any:
    """What nbgrader_config.py says; nothing if there is none."""
    from traitlets.config.loader import Config, ConfigFileNotFound, PyFileConfigLoader

    try:
        return PyFileConfigLoader(CONFIG, str(folder)).load_config()
    except ConfigFileNotFound:
        return Config()
