"""What `nbgrader autograde` (and formgrader's button) converts notebooks with.

nbgrader reads a submission's notebook, runs it, and reads scores from its outputs. Here it is
given the graded notebook instead: the first notebook of a batch has the whole batch graded, in
the locked-down pool, and nothing of a submission is executed in this process or read by nbformat.
Assignments that are not ours take nbgrader's own way.

This is an exporter and not a preprocessor, because a preprocessor is never called for a file that
nbformat cannot read or that is not there, and those students would be lost.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nbgrader.converters.autograde import Autograde
from nbgrader.converters.base import NbGraderException, NotebookExporter
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Bool, Integer, Unicode

from autograder.batch.journal import UnusableFolder
from autograder.catalogue import Assignment, find_assignment
from autograder.course.batch import Job, NotGraded, grade_elsewhere, submission_in
from autograder.course.book import Book, Mark
from autograder.course.graded import Master, carry, graded, is_ours, masters
from autograder.course.notes import heading, not_graded
from autograder.course.scores import questions
from autograder.model import Report

RESULTS = "results"


class CourseExporter(NotebookExporter):  # type: ignore[misc]  # nbconvert has no types
    """Grades the notebooks of our assignments; converts all others as usual."""

    seed = Integer(0, help="decides the cases").tag(config=True)
    salt = Unicode("", help="file with a secret").tag(config=True)
    workers = Integer(1, help="processes that grade").tag(config=True)
    unsafe = Bool(False, help="grade without lock-down").tag(config=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        """As nbconvert's own."""
        super().__init__(*args, **options)
        self._reports: dict[tuple[str, str], Report] = {}
        self._masters: dict[str, list[Master]] = {}

    def from_filename(
        self, filename: str, resources: Any = None, **options: Any
    ) -> tuple[Any, dict[str, Any]]:
        """The graded notebook; see nbconvert's method of this name."""
        about = (resources or {}).get("nbgrader", {})
        name = about.get("assignment", "")
        if not is_ours(name):
            return super().from_filename(filename, resources, **options)  # type: ignore[no-any-return]
        resources.setdefault("metadata", {})["name"] = about["notebook"]
        resources["output_extension"] = self.file_extension
        resources.setdefault("outputs", {})
        if not getattr(self.parent, "_sanitizing", True):
            return Path(filename).read_text(encoding="utf-8"), resources
        return self._grade(about, resources), resources

    def _master(self, assignment: str) -> list[Master]:
        if assignment not in self._masters:
            course = self.parent.coursedir
            folder = Path(course.format_path(course.release_directory, ".", assignment))
            self._masters[assignment] = masters(folder)
        return self._masters[assignment]

    # --- grading ---------------------------------------------------------------------------------

    def _grade(self, about: Mapping[str, str], resources: Any) -> str:
        student, name = about["student"], about["assignment"]
        assignment = find_assignment(name)
        report = self._report(student, assignment)
        course = self.parent.coursedir
        folder = course.format_path(course.submitted_directory, student, name)
        files = submission_in(student, folder, name).files
        master = next(m for m in self._master(name) if m.name == about["notebook"])
        mine = tuple(file for file in files if file.exercise == master.name)
        text, marks = graded(master, mine, questions(report, assignment), heading(report))
        with Book(about["db_url"]) as book:
            book.write(name, [Mark(student, {master.name: marks})])
        if Path(folder, "timestamp.txt").exists():  # else it cannot be late
            self._penalise(resources)
        return text

    def _report(self, student: str, assignment: Assignment) -> Report:
        key = student, assignment.name
        if key not in self._reports:
            everybody = folders_of(self.parent.coursedir, assignment.name)
            wanted = {s: f for s, f in everybody.items() if self._is_due(s)}
            folders = wanted | {student: everybody[student]}
            for name, report in self._grade_all(folders, assignment.name).items():
                self._reports[name, assignment.name] = report
        return self._reports[key]

    def _is_due(self, student: str) -> bool:
        """Whether the command will probably come to this student."""
        course = self.parent.coursedir
        done = course.format_path(course.autograded_directory, student, course.assignment_id)
        return bool(self.parent.force) or not Path(done).exists()

    def _grade_all(self, folders: dict[str, str], assignment: str) -> dict[str, Report]:
        job = Job(
            assignment,
            folders,
            os.fspath(Path(self.parent.coursedir.root, RESULTS, assignment)),
            self.seed,
            self.salt,
            self.workers,
            self.unsafe,
        )
        self.log.info("Grading %s submissions of %s", len(folders), assignment)
        try:
            found = grade_elsewhere(job)
        except (NotGraded, UnusableFolder) as error:
            self.log.error("%s was not graded: %s", assignment, error)
            return {s: not_graded(s, assignment, self.seed, str(error)) for s in folders}
        lost = "the grader returned no report"
        return {s: found.get(s) or not_graded(s, assignment, self.seed, lost) for s in folders}

    def _penalise(self, resources: Any) -> None:
        """nbgrader's own penalty for being late."""
        AssignLatePenalties(parent=self).preprocess(SimpleNamespace(cells=[]), resources)


def folders_of(course: CourseDirectory, assignment: str) -> dict[str, str]:
    """Student -> folder, of all that a command asks for."""
    step = course.submitted_directory
    inner = course.format_path(step, "(?P<student>.*)", re.escape(assignment), escape=True)
    found = {}
    pattern = course.format_path(step, course.student_id, assignment)
    for folder in sorted(glob.glob(pattern)):  # noqa: PTH207  # nbgrader's own pattern
        match = re.fullmatch(inner, folder)
        if match is not None and Path(folder).is_dir():
            found[match["student"]] = folder
    return found


def _take_everybody(converter: Autograde) -> None:
    """List every notebook of every student of ours, whether it was handed in or not."""
    try:
        _stock_notebooks(converter)
    except NbGraderException:
        if not is_ours(converter.coursedir.assignment_id):
            raise
    course = converter.coursedir
    if not is_ours(course.assignment_id):
        return
    folders = folders_of(course, course.assignment_id)
    if not folders:
        raise NbGraderException(
            f"no submission of {course.assignment_id} by {course.student_id} in "
            f"{course.format_path(course.submitted_directory, '', '')}"
        )
    released = masters(
        Path(course.format_path(course.release_directory, ".", course.assignment_id))
    )
    names = [m.name for m in released if course.notebook_id in ("*", m.name)]
    converter.assignments = {
        folder: [os.fspath(Path(folder, f"{name}.ipynb")) for name in names]
        for folder in folders.values()
    }


def _begin(converter: Autograde, assignment_id: str, student_id: str) -> None:
    """Begin a student without copying the student's files: only nbgrader's own two are needed."""
    course = converter.coursedir
    if not is_ours(assignment_id):
        _stock_begin(converter, assignment_id, student_id)
        return
    before = course.ignore
    course.ignore = ["*"]
    try:
        _stock_begin(converter, assignment_id, student_id)
    finally:
        course.ignore = before
    source = Path(course.format_path(course.submitted_directory, student_id, assignment_id))
    goal = Path(course.format_path(course.autograded_directory, student_id, assignment_id))
    carry(source, goal)


# There is no setting for any of this: nbgrader ends the command when nobody handed a notebook in,
# passes over a student without one, copies whatever a student's links point to, and fails on a
# pipe. So the two methods that list and begin submissions are ours.
_stock_notebooks = Autograde.init_notebooks
_stock_begin = Autograde.init_assignment
Autograde.init_notebooks = _take_everybody
Autograde.init_assignment = _begin
