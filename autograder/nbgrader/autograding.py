"""`nbgrader autograde` for assignments of ours: who is graded, and what is written for each.

The first student of a command has the whole batch graded, in the locked-down pool; each is written
while those that come later are graded.
"""

import os
from pathlib import Path
from typing import Any

from autograder.model import Report
from autograder.nbgrader.batch_process import BatchProcess, NotGraded
from autograder.nbgrader.course_folders import CourseFolders, ReleasedNotebook, timestamp
from autograder.nbgrader.function_scores import not_graded
from autograder.nbgrader.grade_batch import Job
from autograder.nbgrader.gradebook import Gradebook
from autograder.nbgrader.graded_student import GradedStudent, graded_student
from autograder.nbgrader.late_penalties import penalise
from autograder.nbgrader.stored_pictures import stored
from autograder.results.files import UnusableFolder

RESULTS = "results"


class BatchGrader:
    """Grades the batch of one command of nbgrader, and keeps the student who is being written."""

    def __init__(self, converter: Any, how: dict[str, Any]) -> None:
        """For a command.

        Args:
            how: seed, salt, workers, unsafe, pictures; as of a job.
        """
        self.converter, self.how = converter, how
        self.course = converter.coursedir
        self.folders = CourseFolders(self.course)
        self.book = Gradebook(self.course.db_url)
        self.sheet: GradedStudent | None = None
        self._masters: list[ReleasedNotebook] = []
        self._batch: BatchProcess | None = None
        self._awaited: set[str] = set()
        self._why_not = ""

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
        self._masters = self._masters or self.folders.released(assignment)
        names = {Path(path).stem for path in self.converter.notebooks}
        wanted = [master for master in self._masters if master.name in names]
        folders = self.folders.of(student, assignment)
        self.sheet = graded_student(report, wanted, folders, drawn)
        self.book.write(assignment, [self.sheet.mark])
        penalise(self.book, assignment, [student], parent=self.converter)
        folders.copy_exchange_files()

    def text(self, student: str, notebook: str) -> str:
        """A graded notebook of the student who was begun."""
        assert self.sheet is not None
        assert self.sheet.mark.student == student
        return self.sheet.texts[notebook]

    def stop(self) -> None:
        """Grade no more; the next command goes on from there."""
        if self._batch is not None:
            self._batch.stop()

    def _report(self, student: str, assignment: str) -> Report:
        if self._batch is None or student not in self._batch.job.folders:
            everybody = self.folders.handed_in(assignment)
            due = {s: folder for s, folder in everybody.items() if self._is_due(s, assignment)}
            self._batch = self._begun(due | {student: everybody[student]}, assignment)
        try:
            report = self._batch.report(student)
        except (NotGraded, UnusableFolder) as error:
            if str(error) != self._why_not:  # one line for all whom it concerns
                self.converter.log.error("%s was not graded: %s", assignment, error)
            self._why_not = str(error)
            return not_graded(student, assignment, self.how["seed"], str(error))
        self._awaited.discard(student)
        if not self._awaited:
            self._finish(self._batch, assignment)
        return report

    def _finish(self, batch: BatchProcess, assignment: str) -> None:
        try:
            batch.finish()
        except NotGraded as error:  # it has all reports, and no table of scores
            self.converter.log.error("%s is not done: %s", assignment, error)

    def _is_due(self, student: str, assignment: str) -> bool:
        """Whether the command will come to this student, as nbgrader decides it."""
        folders = self.folders.of(student, assignment)
        if self.converter.force or self.course.notebook_id != "*":
            return True
        before, after = timestamp(folders.submitted), timestamp(folders.autograded)
        return not folders.autograded.exists() or bool(before and after and before > after)

    def _begun(self, folders: dict[str, str], assignment: str) -> BatchProcess:
        self.converter.log.info("Grading %s submissions of %s", len(folders), assignment)
        self._awaited = set(folders)
        results = os.fspath(self._results)
        return BatchProcess(
            Job(assignment, folders, results, **self.how, secrets=(self.course.root,))
        )
