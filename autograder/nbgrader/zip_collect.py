"""`nbgrader zip_collect` for assignments of ours: reads what learning systems make as `grade` does.

nbgrader finds out whose a file is by one pattern for file names. Here the archives and folders in
downloaded/<assignment>/archive are read by the reader that `autograder grade` has, and everybody's
files come out in a folder of their own, under the names that the assignment gives them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin

from autograder.catalogue import Assignment, find_assignment
from autograder.handins import finding as handins
from autograder.handins.archives import archive_ending, without_ending
from autograder.handins.moments import STAMP
from autograder.handins.submission import UnusablePath
from autograder.nbgrader.course_folders import can_be_a_folder
from autograder.nbgrader.graded_notebook import is_ours
from autograder.showing import shown

BY_STUDENT = "by-student"  # the folder below which a folder is a student


class HandInExtractor(ExtractorPlugin):
    """Takes hand-ins out of archives, a folder for each student."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Extract everything; see nbgrader's class."""
        name = self.parent.coursedir.assignment_id
        if not is_ours(name) or self.parent.collector_plugin is not HandInCollector:
            super().extract(archive_path, extracted_path)
            return
        assignment = find_assignment(name)
        for place in self._places(Path(archive_path), assignment):
            self._write(place, assignment, Path(extracted_path, BY_STUDENT))

    def _places(self, archive: Path, assignment: Assignment) -> Iterator[handins.Place]:
        """Everybody's places. An archive is a class or one student, as its content says."""
        classes = [path for path in sorted(archive.iterdir()) if archive_ending(path.name)]
        students: set[str] = set()  # whose archive was read as that of a whole class
        for path in classes:
            found = self._find(path, assignment)
            if [place.student for place in found] != [without_ending(path.name)]:
                students.add(without_ending(path.name))
                yield from found
        if any(without_ending(path.name) not in students for path in archive.iterdir()):
            yield from (p for p in self._find(archive, assignment) if p.student not in students)

    def _find(self, path: Path, assignment: Assignment) -> tuple[handins.Place, ...]:
        try:
            return handins.find(path, assignment).places
        except UnusablePath as error:  # nothing there, or nobody can say whose: no class is made
            self.parent.fail(shown(str(error), 2_000))
            raise  # never reached: it ends the command

    def _write(self, place: handins.Place, assignment: Assignment, goal: Path) -> None:
        student = place.student
        if not can_be_a_folder(student):
            self.log.error("%s cannot be the name of a student's folder", shown(student))
            return
        found = handins.read(place, assignment)
        submission = found.submission
        for note in submission.notes:
            self.log.warning("%s: %s", shown(student), note.text)
        # Everybody has a submission, also those of whom nothing can be read: it has to be graded.
        course: Any = self.parent.coursedir
        submitted = course.format_path(course.submitted_directory, student, assignment.name)
        Path(submitted).mkdir(parents=True, exist_ok=True)
        for file in submission.files:
            path = goal / student / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        if found.moment.when and submission.files:  # nbgrader takes a time without a zone as UTC
            (goal / student / STAMP).write_text(found.moment.when, encoding="ascii")


class HandInCollector(FileNameCollectorPlugin):
    """Says whose a file is: the folder's in which it lies."""

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """The student and the file's name below the submission; see nbgrader's class."""
        parts = Path(submitted_file).parts
        if BY_STUDENT not in parts:
            return super().collect(submitted_file)
        student, *name = parts[parts.index(BY_STUDENT) + 1 :]
        return {"student_id": student, "file_id": "/".join(name)}
