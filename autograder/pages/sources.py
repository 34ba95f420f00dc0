"""The student's own lines beside a check, from the files that were graded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.model import CheckResult, Report
from autograder.pages.text import MAX_LINE, visible
from autograder.student.inside.reading import Unreadable, notebook_cells, script_text
from autograder.submission import Submission, UnusablePath, from_files, read_submission

_PLACE = re.compile(r"(?P<file>.+?)(?: cell (?P<cell>\d+))?, line (?P<line>\d+)")
BEFORE, AFTER = 1, 11  # lines shown before and after the one that a check names
Find = Callable[[str], Submission | None]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some lines of a student's file.

    Attributes:
        place: which file, cell and line.
        lines: (number, text, whether it is the one that is meant).
    """

    place: str
    lines: tuple[tuple[int, str, bool], ...]


class Sources:
    """The texts of one submission, as far as they are the ones that were graded.

    Args:
        files: name below the submission's folder -> bytes.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._read: dict[tuple[str, int], list[str]] = {}

    def excerpt(self, check: CheckResult) -> Excerpt | None:
        """The lines that a check's "look at" names; None when they cannot be had."""
        place = next((text for label, text in check.lines() if label == "look at"), "")
        match = _PLACE.fullmatch(place)
        if not match:
            return None
        line = int(match["line"])
        for name in self._files:
            if name.rpartition("/")[2] == match["file"]:
                lines = self._lines(name, int(match["cell"] or 0))
                if 0 < line <= len(lines):
                    return Excerpt(place, _around(lines, line))
        return None

    def _lines(self, name: str, cell: int) -> list[str]:
        if (name, cell) not in self._read:
            self._read[name, cell] = _text(name, self._files[name], cell).split("\n")
        return self._read[name, cell]


def _text(name: str, data: bytes, cell: int) -> str:
    try:
        if not name.lower().endswith(".ipynb"):
            return script_text(data)
        return next((c.text for c in notebook_cells(data)[0] if c.number == cell), "")
    except Unreadable:
        return ""


def _around(lines: list[str], line: int) -> tuple[tuple[int, str, bool], ...]:
    """From a line or two above to the end of the function, or of the room that there is."""
    first = max(1, line - BEFORE)
    shown = []
    for number in range(first, min(len(lines), line + AFTER) + 1):
        text = lines[number - 1]
        if number > line and text[:1].strip() and not text.startswith(")"):
            break
        shown.append((number, visible(text, MAX_LINE), number == line))
    while shown and not shown[-1][1].strip() and not shown[-1][2]:
        shown.pop()
    return tuple(shown)


def find_in(folder: Path, exercises: Mapping[str, object], assignment: str) -> Find:
    """Finds submissions by student in the folder that was graded."""

    def find(student: str) -> Submission | None:
        if not student or "/" in student or "\\" in student or student in (".", ".."):
            return None
        try:
            return read_submission(folder / student, exercises, assignment)
        except (UnusablePath, OSError, ValueError):
            return None

    return find


def graded_files(report: Report, submission: Submission | None) -> Submission | None:
    """The submission with those files only that have the bytes that were graded."""
    if submission is None:
        return None
    same = {f.name: f.data for f in submission.files if report.files.get(f.name) == f.sha256}
    exercises = dict.fromkeys(file.exercise for file in submission.files)
    return from_files(submission.student, same, exercises)


def sources_of(report: Report, submission: Submission | None) -> Sources:
    """The texts of a report's submission."""
    same = graded_files(report, submission)
    return Sources({file.name: file.data for file in same.files} if same else {})
