"""Solution markers: finding them, and refusing whatever only looks like one.

A marker is a line of its own that reads, after its indentation, exactly

    ### BEGIN SOLUTION
    ### END SOLUTION

A misspelt opening marker would hand the answer out, so near misses are errors: other case,
spacing or number of hashes, slips of spelling, other words for begin and end, markers inside
strings or in text. In code, a comment that starts with two hashes is always taken for a marker.
"""

import io
import re
import tokenize
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from autograder.release.errors import ReleaseError
from autograder.release.script import ScriptCell

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"

_OPENERS = ("BEGIN", "BEGINNING", "BEGINS", "START", "STARTS", "OPEN")
_CLOSERS = ("END", "ENDS", "ENDING", "STOP", "STOPS", "FINISH", "CLOSE")
_WORD = re.compile(r"[^\W\d_]+")
# Two words are "the same with a slip" from this similarity on. SOLUTON, SOULTION, SLOUTION and
# SOLUTIONS reach it; so does RESOLUTION, which costs an author no more than another wording.
_SLIP = 0.75


@dataclass(frozen=True, slots=True)
class SolutionRegion:
    """Where a solution stands in a cell.

    Attributes:
        begin: line of the opening marker, counted from 1 within the cell.
        end: line of the closing marker.
    """

    begin: int
    end: int

    def covers(self, first: int, last: int) -> bool:
        """Whether the lines `first` to `last` lie between the markers."""
        return self.begin < first and last < self.end

    def misses(self, first: int, last: int) -> bool:
        """Whether the lines `first` to `last` lie wholly outside of the markers."""
        return last < self.begin or self.end < first


def find_region(path: Path, cell: ScriptCell) -> SolutionRegion | None:
    """The solution region of a cell, or None when it has none.

    Raises:
        ReleaseError: something like a marker that is none; a marker in text or in a string; a
            region that is not closed, opened twice or closed without being open; a second one.
    """
    lines = cell.source.split("\n")
    comments = _comments(cell) if cell.kind == "code" else {}
    begin: int | None = None
    region: SolutionRegion | None = None
    for number, line in enumerate(lines, 1):
        marker = line.lstrip(" ")
        if marker not in (BEGIN, END):
            _refuse_near_miss(path, cell, number, line, comments.get(number))
            continue
        _refuse_misplaced(path, cell, number, comments)
        if marker == BEGIN:
            _refuse_reopening(path, cell, number, begin, region)
            begin = number
        elif begin is None:
            _refuse(path, cell, number, f'"{END}" without a "{BEGIN}" before it')
        else:
            region, begin = SolutionRegion(begin, number), None
    if begin is not None:
        _refuse(path, cell, begin, f'"{BEGIN}" is not closed by "{END}" in its cell')
    return region


def _comments(cell: ScriptCell) -> dict[int, str]:
    """The comments of a code cell, by line."""
    tokens = tokenize.generate_tokens(io.StringIO(cell.source + "\n").readline)
    return {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}


def _refuse(path: Path, cell: ScriptCell, number: int, message: str) -> NoReturn:
    raise ReleaseError(path, cell.line + number - 1, message)


def _refuse_misplaced(path: Path, cell: ScriptCell, number: int, comments: dict[int, str]) -> None:
    if cell.kind == "markdown":
        _refuse(path, cell, number, "a solution marker in a markdown cell hides nothing there")
    if number not in comments:
        _refuse(path, cell, number, "a solution marker inside a string hides nothing there")


def _refuse_reopening(
    path: Path, cell: ScriptCell, number: int, begin: int | None, region: SolutionRegion | None
) -> None:
    if begin is not None:
        opened = cell.line + begin - 1
        _refuse(path, cell, number, f'"{BEGIN}" inside the region opened on line {opened}')
    if region is not None:
        _refuse(path, cell, number, "a second solution in one cell: give it a cell of its own")


def _refuse_near_miss(
    path: Path, cell: ScriptCell, number: int, line: str, comment: str | None
) -> None:
    hashes = comment is not None and comment.startswith("##")
    if hashes or _is_like_a_marker(line):
        _refuse(
            path,
            cell,
            number,
            f"{line.strip()!r} looks like a solution marker and is not one: write "
            f'"{BEGIN}" or "{END}" on a line of its own',
        )


@lru_cache(maxsize=4096)  # a release reads the same cells for stubs, notebooks and the kit
def _is_like_a_marker(line: str) -> bool:
    """Whether somebody may have meant this line as a marker.

    That is a line with a word for begin or end right beside a word for solution; or one whose
    comment says nothing but "solution", or run together is nearly "begin solution".
    """
    words = _words(line)
    if any(_is_pair(one, other) or _is_pair(other, one) for one, other in pairwise(words)):
        return True
    comment = _words(line.partition("#")[2])
    if not comment:
        return False
    return comment == ["SOLUTION"] or any(map(_is_run_together, [*comment, "".join(comment)]))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).upper())


def _is_run_together(word: str) -> bool:
    whole = max(_likeness(word, "BEGINSOLUTION"), _likeness(word, "ENDSOLUTION"))
    return whole >= _SLIP and whole > _likeness(word, "SOLUTION")


def _is_pair(edge: str, solution: str) -> bool:
    return _alike(solution, "SOLUTION") and (
        edge in _OPENERS + _CLOSERS or _alike(edge, "BEGIN") or _alike(edge, "END")
    )


def _alike(word: str, model: str) -> bool:
    return _likeness(word, model) >= _SLIP


def _likeness(word: str, model: str) -> float:
    return SequenceMatcher(None, word, model, autojunk=False).ratio()
