"""Percent scripts: Python files whose `# %%` lines divide them into cells.

Only as much of the format is read as the lessons need, and anything else is refused with its
line. That strictness is why this is not jupytext: jupytext takes every spelling of a header,
keeps no line numbers, and brings five packages along for what is a hundred lines here.

The headers are

    # %%                                              a code cell
    # %% [markdown]                                   text, every line behind "# "
    # %% [markdown] answer=<name> points=<number>     a model answer to a written question
    # %% [markdown] check=<name>                      text above a check of several functions
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from autograder.release.errors import ReleaseError

_HEADER = re.compile(
    r"# %%(?P<text> \[markdown\]"
    r"( answer=(?P<answer>[a-z]\w*) points=(?P<points>\d+(\.\d+)?)| check=(?P<check>[a-z]\w*))?)?"
)
_LIKE_A_HEADER = re.compile(r"\s*#+\s*%")


@dataclass(frozen=True, slots=True)
class ScriptCell:
    """One cell of a script.

    Attributes:
        kind: "code" or "markdown".
        source: the text between this header and the next, without the blank lines at its end;
            markdown without its comment signs.
        line: the line of the file on which `source` begins, counted from 1.
        header: the header line as written.
        gap: how many blank lines follow.
        answer: the name of the written question that this cell answers, or None.
        points: what that answer is worth.
        check: the name of a check that belongs under this text, or None. (A function's own check
            needs no mention.)
    """

    kind: Literal["code", "markdown"]
    source: str
    line: int
    header: str
    gap: int = 0
    answer: str | None = None
    points: float = 0.0
    check: str | None = None

    def with_source(self, source: str) -> "ScriptCell":
        """The same cell with another text."""
        return replace(self, source=source)


@dataclass(frozen=True, slots=True)
class Script:
    """A percent script: its place and its cells. The file's stem names the exercise."""

    path: Path
    cells: tuple[ScriptCell, ...]

    @property
    def exercise(self) -> str:
        """What the exercise is called: the name of the file without `.py`."""
        return self.path.stem

    def text(self) -> str:
        """The script as a file holds it; reading it again gives the same cells."""
        return "".join(map(_cell_text, self.cells))


def read_script(path: Path) -> Script:
    """Read a percent script.

    Raises:
        ReleaseError: not UTF-8, no cells, text outside of a cell, a misspelt header, a markdown
            line that is not a comment, or a code cell that is not Python.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ReleaseError(path, None, "this file is not UTF-8 text") from error
    return parse_script(path, text)


def parse_script(path: Path, text: str) -> Script:
    """The script with this text; `path` is what refusals name. Raises as `read_script`."""
    lines = text.splitlines()
    headers = [number for number, line in enumerate(lines, 1) if _is_header(path, number, line)]
    first = headers[0] if headers else len(lines) + 1
    for number, line in enumerate(lines[: first - 1], 1):
        if line.strip():
            raise ReleaseError(path, number, 'text before the first "# %%" belongs to no cell')
    if not headers:
        raise ReleaseError(path, None, 'a script needs at least one cell; "# %%" begins one')
    ends = [*headers[1:], len(lines) + 1]
    cells = (
        _read_cell(path, begin, lines[begin - 1 : end - 1])
        for begin, end in zip(headers, ends, strict=True)
    )
    return Script(path, tuple(cells))


def python_of(path: Path, cell: ScriptCell) -> ast.Module:
    """The syntax tree of a code cell, its line numbers those of the cell.

    Raises:
        ReleaseError: the cell is not Python by itself.
    """
    try:
        return ast.parse(cell.source)
    except SyntaxError as error:
        line = cell.line + (error.lineno or 1) - 1
        raise ReleaseError(path, line, f"this cell is not Python: {error.msg}") from error


def _is_header(path: Path, number: int, line: str) -> bool:
    if _HEADER.fullmatch(line):
        return True
    if _LIKE_A_HEADER.match(line):
        raise ReleaseError(
            path,
            number,
            f'{line.strip()!r} looks like the header of a cell and is not one: write "# %%" or '
            '"# %% [markdown]", without indentation or anything behind it',
        )
    return False


def _read_cell(path: Path, number: int, lines: list[str]) -> ScriptCell:
    header, body = lines[0], lines[1:]
    written = len(body)
    while written and not body[written - 1].strip():
        written -= 1
    match = _HEADER.fullmatch(header)
    assert match is not None  # the caller found the header by this pattern
    is_text = match["text"] is not None
    if is_text:
        body[:written] = _uncomment(path, number + 1, body[:written])
    cell = ScriptCell(
        kind="markdown" if is_text else "code",
        source="\n".join(body[:written]),
        line=number + 1,
        header=header,
        gap=len(body) - written,
        answer=match["answer"],
        points=float(match["points"] or 0.0),
        check=match["check"],
    )
    if not is_text:
        python_of(path, cell)
    return cell


def _uncomment(path: Path, first: int, lines: Iterable[str]) -> list[str]:
    """Markdown lines without their comment signs."""
    text = []
    for number, line in enumerate(lines, first):
        if line != "#" and not line.startswith("# "):
            raise ReleaseError(path, number, 'a line of a markdown cell begins with "# "')
        text.append(line[2:])
    return text


def _cell_text(cell: ScriptCell) -> str:
    lines = cell.source.split("\n") if cell.source else []
    if cell.kind == "markdown":
        lines = [f"# {line}" if line else "#" for line in lines]
    return "".join(f"{line}\n" for line in [cell.header, *lines, *[""] * cell.gap])
