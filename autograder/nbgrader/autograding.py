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

from autograder.model import Report
from autograder.nbgrader.grade_batch import Job, NotGraded, grade_elsewhere
from autograder.nbgrader.gradebook import Gradebook
from autograder.nbgrader.graded_notebook import (
    ReleasedNotebook,
    copy_exchange_files,
    released_notebooks,
)
from autograder.nbgrader.graded_student import STAMP, GradedStudent, graded_student, timestamp
from autograder.nbgrader.late_penalties import penalise
from autograder.nbgrader.scores import not_graded
from autograder.nbgrader.stored_pictures import stored
from autograder.results.files import UnusableFolder

RESULTS = "results"


class BatchGrader:
    """Grades the batch of one command of nbgrader, and keeps the student who is being written."""

    def __init__(self, converter: Any, how: dict[str, Any]) -> None:
        """For a command.

        Args:
            converter: nbgrader's.
            how: seed, salt, workers, unsafe, pictures; as of a job.
        """
        self.converter, self.how = converter, how
        self.course = converter.coursedir
        self.book = Gradebook(self.course.db_url)
        self.reports: dict[str, Report] = {}
        self.sheet: GradedStudent | None = None
        self._masters: list[ReleasedNotebook] = []

    @property
    def _results(self) -> Path:
        return Path(self.course.root, RESULTS, self.course.assignment_id)

    def begin(self, student: str, assignment: str) -> None:
        """Write a student's marks, and have the notebooks ready.

        Raises:
            UnusableGradebook: the marks cannot be written; nothing of them is.
        """
        report = self._report(student, assignment)
        drawn = (stored(self._results, report) if self.how["pictures"] else None) or ()
        self._masters = self._masters or released_in(self.course, assignment)
        names = {Path(path).stem for path in self.converter.notebooks}
        wanted = [master for master in self._masters if master.name in names]
        submitted, autograded = self._folders(student, assignment)
        self.sheet = graded_student(report, wanted, submitted, autograded, drawn)
        self.book.write(assignment, [self.sheet.mark])
        penalise(
            self.book.late(assignment, [student]),
            assignment,
            self.course.db_url,
            parent=self.converter,
        )
        copy_exchange_files(submitted, autograded)

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


def released_in(course: Any, assignment: str) -> list[ReleasedNotebook]:
    """The released notebooks of an assignment.

    Raises:
        OSError, ValueError: there are none, or one is damaged.
    """
    return released_notebooks(Path(course.format_path(course.release_directory, ".", assignment)))
