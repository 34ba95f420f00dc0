"""What is written for one student: marks for the gradebook and the graded notebooks."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.catalogue import find_assignment
from autograder.handins.finding import whole_folder
from autograder.handins.submission import HandIn, UnreadableEntry
from autograder.handins.tree import read_file
from autograder.model import Report
from autograder.nbgrader.course_folders import ReleasedNotebook, StudentFolders, timestamp
from autograder.nbgrader.function_scores import function_scores, not_graded, notes_heading
from autograder.nbgrader.gradebook_rows import StudentMark
from autograder.nbgrader.graded_notebook import Marks, filled_in, source
from autograder.nbgrader.stored_pictures import StoredPicture
from autograder.results.files import write_atomically

PERMISSIONS = 0o444  # as nbgrader leaves them


@dataclass(frozen=True, slots=True)
class GradedStudent:
    """One student's part.

    Attributes:
        mark: for the gradebook.
        texts: notebook -> text of the graded notebook.
        folders: the student's.
    """

    mark: StudentMark
    texts: Mapping[str, str]
    folders: StudentFolders

    def write(self) -> None:
        """Put the notebooks into the course folder, each in one step.

        Raises:
            OSError: one cannot be written.
        """
        self.folders.copy_exchange_files()
        for name, text in self.texts.items():
            path = self.folders.autograded / f"{name}.ipynb"
            write_atomically(path, text.encode(), PERMISSIONS, durable=False)


def graded_student(
    report: Report,
    released: Sequence[ReleasedNotebook],
    folders: StudentFolders,
    drawn: Sequence[StoredPicture] = (),
) -> GradedStudent:
    """One student's part, whatever was handed in.

    What fails here is our fault; it earns nothing, and waits for a person with the reason.
    """
    try:
        files = _files(report, folders.submitted) if folders.submitted.is_dir() else ()
        return _graded_student(report, files, released, folders, drawn)
    except Exception as error:  # noqa: BLE001  # nobody may be lost, and nobody wins by it
        why = f"the graded notebook could not be made: {type(error).__name__}: {error}"
        failed = not_graded(report.student, report.assignment, report.seed, why)
        return _graded_student(failed, (), released, folders, ())


def _graded_student(
    report: Report,
    files: Sequence[HandIn],
    released: Sequence[ReleasedNotebook],
    folders: StudentFolders,
    drawn: Sequence[StoredPicture],
) -> GradedStudent:
    asked = function_scores(report, find_assignment(report.assignment))
    texts: dict[str, str] = {}
    marks: dict[str, Marks] = {}
    seen = True
    for master in released:
        mine = tuple(file for file in files if file.exercise == master.name)
        pictures = [one for one in drawn if one.exercise == master.name]
        texts[master.name], marks[master.name] = filled_in(
            master, mine, asked, notes_heading(report), pictures
        )
        old = folders.autograded / f"{master.name}.ipynb"
        seen = seen and _same_answers(old, texts[master.name], marks[master.name])
    mark = StudentMark(report.student, marks, timestamp(folders.submitted), seen)
    return GradedStudent(mark, texts, folders)


def _files(report: Report, submitted: Path) -> tuple[HandIn, ...]:
    """The files that were graded; looked for only where they are not as the report says."""
    assignment = find_assignment(report.assignment)
    found = []
    for name, digest in report.files.items():
        try:
            file = HandIn(Path(name).stem, name, read_file(str(submitted / name)))
        except UnreadableEntry:
            break
        if file.sha256 != digest or file.exercise not in assignment.exercises:
            break
        found.append(file)
    else:
        if found:
            return tuple(found)
    return whole_folder(submitted, assignment).files


def _same_answers(old: Path, new: str, marks: Marks) -> bool:
    """Whether the answers that people grade are those in the notebook from before."""
    if not marks.answers or not old.exists():
        return True
    try:
        before = dict(_answers(old.read_text(encoding="utf-8"), marks))
    except (OSError, ValueError):
        return False
    return before == dict(_answers(new, marks))


def _answers(text: str, marks: Marks) -> Iterator[tuple[str, str]]:
    for cell in json.loads(text)["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in marks.answers:
            yield name, source(cell)
