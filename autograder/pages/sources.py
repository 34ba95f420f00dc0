"""The student's own lines beside a check, from the files that were graded."""

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.handins.content import is_more_than_read
from autograder.handins.submission import HandIn, Submission
from autograder.model import CheckResult
from autograder.showing import code_line
from autograder.student.guest.cells import UnreadableFile
from autograder.student.guest.compiling import file_of
from autograder.student.guest.forms.notebook import looks_like_one, notebook_cells
from autograder.student.guest.reading import script_text

MAX_LINE = 160  # characters of a line that are shown
BEFORE, AFTER = 1, 11  # lines shown before and after the one that a check names


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
        self._read: dict[str, dict[str, list[str]]] = {}

    def excerpt(self, check: CheckResult) -> Excerpt | None:
        """The lines at the place that a check names; None when they cannot be had, or when two
        files of one name were graded: only one of them counts, and its lines are meant."""
        place = check.said.place
        if place is None or not place.line:
            return None
        found = [lines for name in self._files if (lines := self._lines(name).get(place.file))]
        if len(found) != 1 or place.line > len(found[0]):
            return None
        return Excerpt(str(place), _around(found[0], place.line))

    def _lines(self, name: str) -> dict[str, list[str]]:
        if name not in self._read:
            self._read[name] = _lines_by_place(name.rpartition("/")[2], self._files[name])
        return self._read[name]


def _lines_by_place(name: str, data: bytes) -> dict[str, list[str]]:
    """What tracebacks call a file, or each of its cells, and the lines that stand there."""
    try:
        if not looks_like_one(data):
            return {name: script_text(data).split("\n")}
        if is_more_than_read(data):
            return {}
        return {file_of(name, c.number): c.text.split("\n") for c in notebook_cells(data)[0]}
    except UnreadableFile:
        return {}


def _around(lines: list[str], line: int) -> tuple[tuple[int, str, bool], ...]:
    """From a line or two above to the end of the function, or of the room that there is."""
    first = max(1, line - BEFORE)
    shown = []
    for number in range(first, min(len(lines), line + AFTER) + 1):
        text = lines[number - 1]
        if number > line and text[:1].strip() and not text.startswith(")"):
            break
        shown.append((number, code_line(text, MAX_LINE), number == line))
    while shown and not shown[-1][1].strip() and not shown[-1][2]:
        shown.pop()
    return tuple(shown)


def graded_files(files: Mapping[str, str], submission: Submission | None) -> tuple[HandIn, ...]:
    """The files of a submission that have the bytes that were graded.

    Args:
        files: name -> SHA-256, as a report has them.
        submission: what lies there now.
    """
    found = submission.files if submission else ()
    return tuple(file for file in found if files.get(file.name) == file.sha256)


def sources_of(files: Mapping[str, str], submission: Submission | None) -> Sources:
    """The texts of a submission, as far as they are the ones that were graded."""
    return Sources({file.name: file.data for file in graded_files(files, submission)})
