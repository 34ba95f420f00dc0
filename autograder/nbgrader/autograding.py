"""`nbgrader autograde` for assignments of ours: who is graded, and what is written for each.

The first student of a command has the whole batch graded, in the locked-down pool; for the others
the results are there.
"""

from __future__ import annotations

import glob
import os
import re
from pathlib import Path
from typing import Any

from nbgrader.converters.base import BaseConverter, NbGraderException

from autograder.model import Report
from autograder.nbgrader.batch import Job, NotGraded, grade_elsewhere
from autograder.nbgrader.book import Book, UnusableGradebook
from autograder.nbgrader.drawn import kept
from autograder.nbgrader.graded import Master, carry, is_ours, masters
from autograder.nbgrader.late import penalise
from autograder.nbgrader.notes import not_graded
from autograder.nbgrader.sheets import STAMP, Sheet, sheet, timestamp
from autograder.results.files import UnusableFolder

RESULTS = "results"


class Desk:
    """Grades the batch of one command of nbgrader, and keeps the student who is being written."""

    def __init__(self, converter: Any, how: dict[str, Any]) -> None:
        """For a command.

        Args:
            converter: nbgrader's.
            how: seed, salt, workers, unsafe, pictures; as of a job.
        """
        self.converter, self.how = converter, how
        self.course = converter.coursedir
        self.book = Book(self.course.db_url)
        self.reports: dict[str, Report] = {}
        self.sheet: Sheet | None = None
        self._masters: list[Master] = []

    @property
    def _results(self) -> Path:
        return Path(self.course.root, RESULTS, self.course.assignment_id)

    def begin(self, student: str, assignment: str) -> None:
        """Write a student's marks, and have the notebooks ready.

        Raises:
            UnusableGradebook: the marks cannot be written; nothing of them is.
        """
        report = self._report(student, assignment)
        drawn = (kept(self._results, report) if self.how["pictures"] else None) or ()
        self._masters = self._masters or released_in(self.course, assignment)
        names = {Path(path).stem for path in self.converter.notebooks}
        wanted = [master for master in self._masters if master.name in names]
        submitted, autograded = self._folders(student, assignment)
        self.sheet = sheet(report, wanted, submitted, autograded, drawn)
        self.book.write(assignment, [self.sheet.mark])
        penalise(
            self.book.late(assignment, [student]),
            assignment,
            self.course.db_url,
            parent=self.converter,
        )
        carry(submitted, autograded)

    def text(self, student: str, notebook: str) -> str:
        """A graded notebook of the student who was begun."""
        assert self.sheet is not None
        assert self.sheet.mark.student == student
        return self.sheet.texts[notebook]

    def _report(self, student: str, assignment: str) -> Report:
        if student not in self.reports:
            everybody = folders_of(self.course, assignment)
            due = {s: folder for s, folder in everybody.items() if self._is_due(s, assignment)}
            self.reports |= self._grade(due | {student: everybody[student]}, assignment)
        return self.reports[student]

    def _is_due(self, student: str, assignment: str) -> bool:
        """Whether the command will come to this student, as nbgrader decides it."""
        submitted, autograded = self._folders(student, assignment)
        if self.converter.force or self.course.notebook_id != "*" or not autograded.exists():
            return True
        before, after = (timestamp(folder / STAMP) for folder in (submitted, autograded))
        return bool(before and after and before > after)

    def _folders(self, student: str, assignment: str) -> tuple[Path, Path]:
        course = self.course
        steps = (course.submitted_directory, course.autograded_directory)
        before, after = (Path(course.format_path(step, student, assignment)) for step in steps)
        return before, after

    def _grade(self, folders: dict[str, str], assignment: str) -> dict[str, Report]:
        job = Job(
            assignment, folders, os.fspath(self._results), **self.how, secrets=(self.course.root,)
        )
        self.converter.log.info("Grading %s submissions of %s", len(folders), assignment)
        try:
            found = grade_elsewhere(job)
            lost = "the grader returned no report"
        except (NotGraded, UnusableFolder) as error:
            self.converter.log.error("%s was not graded: %s", assignment, error)
            found, lost = {}, str(error)
        return {
            s: found.get(s) or not_graded(s, assignment, self.how["seed"], lost) for s in folders
        }


def folders_of(course: Any, assignment: str) -> dict[str, str]:
    """Student -> folder, of all that a command asks for."""
    step = course.submitted_directory
    inner = course.format_path(step, "(?P<student>.*)", re.escape(assignment), escape=True)
    left_out = course.student_id_exclude.split(",") if course.student_id_exclude else []
    found = {}
    pattern = course.format_path(step, course.student_id, assignment)
    for folder in sorted(glob.glob(pattern)):  # noqa: PTH207  # nbgrader's own pattern
        match = re.fullmatch(inner, folder)
        if match is not None and Path(folder).is_dir() and match["student"] not in left_out:
            found[match["student"]] = folder
    return found


def released_in(course: Any, assignment: str) -> list[Master]:
    """The released notebooks of an assignment.

    Raises:
        OSError, ValueError: there are none, or one is damaged.
    """
    return masters(Path(course.format_path(course.release_directory, ".", assignment)))


# --- in nbgrader's place ----------------------------------------------------------------------

# There is no setting for any of this: nbgrader ends the command when nobody handed a notebook in,
# passes over a student without one, copies whatever a student's links point to, fails on a pipe,
# opens its database six times a student, and writes and validates every notebook twice.


def put_in(converter: Any) -> None:
    """Let the methods that list, begin and convert submissions be these."""
    stock_notebooks, stock_begin, stock_convert = (
        converter.init_notebooks,
        converter.init_assignment,
        converter.convert_single_notebook,
    )

    def init_notebooks(self: Any) -> None:
        """List every notebook of every student of ours, whether it was handed in or not."""
        if is_ours(self.coursedir.assignment_id):
            _take_everybody(self)
        else:
            stock_notebooks(self)

    def init_assignment(self: Any, assignment_id: str, student_id: str) -> None:
        """Write a student's marks; of the student's files none is copied."""
        if is_ours(assignment_id):
            _begin(self, assignment_id, student_id)
        else:
            stock_begin(self, assignment_id, student_id)

    def convert_single_notebook(self: Any, notebook_filename: str) -> None:
        """Write a notebook, once: it comes clean and graded."""
        if is_ours(self.coursedir.assignment_id):
            BaseConverter.convert_single_notebook(self, notebook_filename)
        else:
            stock_convert(self, notebook_filename)

    converter.init_notebooks = init_notebooks
    converter.init_assignment = init_assignment
    converter.convert_single_notebook = convert_single_notebook


def _take_everybody(converter: Any) -> None:
    course = converter.coursedir
    folders = folders_of(course, course.assignment_id)
    if not folders:
        place = course.format_path(course.submitted_directory, "", "")
        _refuse(converter, f"no submission of {course.assignment_id} in {place}")
    try:
        Book(course.db_url).require(course.assignment_id)
        released = released_in(course, course.assignment_id)
    except (UnusableGradebook, OSError, ValueError) as error:
        _refuse(converter, str(error))
    # nbgrader's own ends the command when a student's file holds no time.
    course.get_existing_timestamp = lambda folder: timestamp(Path(folder, STAMP))
    names = [master.name for master in released if course.notebook_id in ("*", master.name)]
    converter.assignments = {
        folder: [os.fspath(Path(folder, f"{name}.ipynb")) for name in names]
        for folder in folders.values()
    }


def _begin(converter: Any, assignment: str, student: str) -> None:
    desk: Desk = converter.exporter.desk
    if not converter.create_student and not desk.book.knows(student):
        _refuse(converter, f"No student with ID '{student}' exists in the database")
    try:
        desk.begin(student, assignment)
    except UnusableGradebook as error:
        # The next student would fare no better. What was graded is kept beside the results.
        converter.log.error("%s; the same command goes on from here", error)
        raise SystemExit(1) from error


def _refuse(converter: Any, why: str) -> None:
    converter.log.error(why)
    raise NbGraderException(why)
