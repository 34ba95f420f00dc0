"""What is written for one student: marks for the gradebook and the graded notebooks."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.catalogue import find_assignment
from autograder.handins.finding import whole_folder
from autograder.handins.places import read_file
from autograder.handins.submission import HandIn, UnreadablePlace
from autograder.model import Report
from autograder.nbgrader.gradebook_rows import StudentMark
from autograder.nbgrader.graded_notebook import (
    Marks,
    ReleasedNotebook,
    copy_exchange_files,
    filled_in,
    source,
)
from autograder.nbgrader.scores import function_scores, not_graded, notes_heading
from autograder.nbgrader.stored_pictures import StoredPicture
from autograder.results.files import write_atomically

STAMP = "timestamp.txt"
PERMISSIONS = 0o444  # as nbgrader leaves them


@dataclass(frozen=True, slots=True)
class GradedStudent:
    """One student's part.

    Attributes:
        mark: for the gradebook.
        texts: notebook -> text of the graded notebook.
        submitted, autograded: the student's folders.
    """

    mark: StudentMark
    texts: Mapping[str, str]
    submitted: Path
    autograded: Path

    def write(self) -> None:
        """Put the notebooks into the course folder, each in one step.

        Raises:
            OSError: one cannot be written.
        """
        copy_exchange_files(self.submitted, self.autograded)
        for name, text in self.texts.items():
            path = self.autograded / f"{name}.ipynb"
            write_atomically(path, text.encode(), PERMISSIONS, durable=False)


def graded_student(
    report: Report,
    released: Iterable[ReleasedNotebook],
    submitted: Path,
    autograded: Path,
    drawn: Sequence[StoredPicture] = (),
) -> GradedStudent:
    """One student's part, whatever was handed in.

    What fails here is our fault; it earns nothing, and waits for a person with the reason.

    Args:
        report: what grading said.
        released: the assignment's notebooks.
        submitted: the folder of what was handed in; it need not be there.
        autograded: the folder for the graded notebooks.
        drawn: pictures of the student's network.
    """
    released = list(released)
    try:
        return _graded_student(report, released, submitted, autograded, drawn)
    except Exception as error:  # noqa: BLE001  # nobody may be lost, and nobody wins by it
        why = f"the graded notebook could not be made: {type(error).__name__}: {error}"
        failed = not_graded(report.student, report.assignment, report.seed, why)
        return _graded_student(failed, released, None, autograded, ())


def _graded_student(
    report: Report,
    released: Iterable[ReleasedNotebook],
    submitted: Path | None,
    autograded: Path,
    drawn: Sequence[StoredPicture],
) -> GradedStudent:
    files: tuple[HandIn, ...] = ()
    if submitted is not None and submitted.is_dir():
        files = _files(report, submitted)
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
        old = autograded / f"{master.name}.ipynb"
        seen = seen and _same_answers(old, texts[master.name], marks[master.name])
    when = timestamp(submitted / STAMP) if submitted else None
    return GradedStudent(
        StudentMark(report.student, marks, when, seen),
        texts,
        submitted or Path(os.devnull),
        autograded,
    )


def _files(report: Report, submitted: Path) -> tuple[HandIn, ...]:
    """The files that were graded; looked for only where they are not as the report says."""
    assignment = find_assignment(report.assignment)
    found = []
    for name, digest in report.files.items():
        try:
            file = HandIn(Path(name).stem, name, read_file(str(submitted / name)))
        except UnreadablePlace:
            break
        if file.sha256 != digest or file.exercise not in assignment.exercises:
            break
        found.append(file)
    else:
        if found:
            return tuple(found)
    return whole_folder(submitted, assignment).files


def timestamp(path: Path) -> datetime.datetime | None:
    """The time in nbgrader's timestamp.txt, in UTC and without a zone, as nbgrader keeps it."""
    from nbgrader.utils import parse_utc

    try:
        text = path.read_text(encoding="utf-8", errors="replace")[:100].strip()
        when: datetime.datetime | None = parse_utc(text) if text else None
        return when
    except (OSError, ValueError, OverflowError):
        return None


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
