"""Brings a whole class's reports into an nbgrader course: the gradebook in one transaction, and
the notebooks that formgrader and the feedback are made from."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.catalogue import find_assignment
from autograder.course.batch import submission_in
from autograder.course.book import Book, Change, Mark, UnusableGradebook
from autograder.course.graded import Marks, Master, carry, graded, masters, source
from autograder.course.notes import heading
from autograder.course.scores import questions
from autograder.model import Report

_SQLITE = re.compile(r"sqlite:///(?P<path>.+)")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)(?: (?:UTC|\+0000))?")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is to be written for one student."""

    mark: Mark
    notebooks: Mapping[str, str]
    submitted: Path
    autograded: Path


def fill_gradebook(
    reports: Iterable[Report], url: str, course: Path | None = None, *, dry: bool = False
) -> list[Change]:
    """Write reports into nbgrader's gradebook and course folder; the same again changes nothing.

    What people wrote stays: scores and comments of their own. A score of the grader that has
    changed under one of theirs is marked as waiting for them.

    Args:
        reports: of one assignment or several.
        url: of nbgrader's database.
        course: the course folder; that of the SQLite file when none is given.
        dry: write nothing.

    Returns:
        The scores that are (or would be) other than before.

    Raises:
        UnusableGradebook: the database, the assignment in it or the released notebooks are not
            there, or something cannot be written; the database is then as it was.
    """
    folder = course or course_of(url)
    by_assignment: dict[str, list[Report]] = {}
    for report in reports:
        by_assignment.setdefault(report.assignment, []).append(report)
    changes: list[Change] = []
    with Book(url) as book:
        for name, group in by_assignment.items():
            try:
                released = masters(folder / "release" / name)
            except (OSError, ValueError) as error:
                raise UnusableGradebook(str(error)) from error
            sheets = [_sheet(report, folder, released) for report in group]
            changes += book.write(name, [sheet.mark for sheet in sheets], dry=dry)
            if not dry:
                _write(sheets)
    return changes


def course_of(url: str) -> Path:
    """The folder of an SQLite database; of any other, the folder one is in."""
    match = _SQLITE.fullmatch(url)
    return Path(match["path"]).parent if match else Path()


def _sheet(report: Report, course: Path, released: Iterable[Master]) -> _Sheet:
    submitted = course / "submitted" / report.student / report.assignment
    autograded = course / "autograded" / report.student / report.assignment
    if not _is_below(course, submitted):
        raise UnusableGradebook(f"{report.student!r} cannot be the name of a student's folder")
    there = submitted.is_dir()
    files = submission_in(report.student, submitted, report.assignment).files if there else ()
    asked = questions(report, find_assignment(report.assignment))
    texts: dict[str, str] = {}
    marks: dict[str, Marks] = {}
    seen = True
    for master in released:
        mine = tuple(file for file in files if file.exercise == master.name)
        texts[master.name], marks[master.name] = graded(master, mine, asked, heading(report))
        old = autograded / f"{master.name}.ipynb"
        seen = seen and _same_answers(old, texts[master.name], marks[master.name])
    mark = Mark(report.student, marks, timestamp(submitted / "timestamp.txt"), seen)
    return _Sheet(mark, texts, submitted, autograded)


def _is_below(course: Path, folder: Path) -> bool:
    return len(folder.parts) == len(course.parts) + 3 and ".." not in folder.parts


def timestamp(path: Path) -> datetime.datetime | None:
    """The time in nbgrader's timestamp.txt, in UTC and without a zone, as nbgrader keeps it."""
    try:
        match = _STAMP.match(path.read_text(encoding="utf-8", errors="replace")[:100].strip())
        return datetime.datetime.fromisoformat(match[1]) if match else None
    except (OSError, ValueError):
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


def _write(sheets: Iterable[_Sheet]) -> None:
    for sheet in sheets:
        try:
            carry(sheet.submitted, sheet.autograded)
            for name, text in sheet.notebooks.items():
                path = sheet.autograded / f"{name}.ipynb"
                beside = path.with_name(f".{path.name}.new")
                beside.write_text(text, encoding="utf-8")
                beside.chmod(0o444)  # as nbgrader leaves them
                os.replace(beside, path)  # noqa: PTH105
        except OSError as error:
            raise UnusableGradebook(f"{error.filename}: {error.strerror}") from error
