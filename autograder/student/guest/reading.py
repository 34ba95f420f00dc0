"""Reads an exercise file into statements, however it was written.

A `.py` file is one cell, or several when it has `# %%` lines and does not parse as a whole; a
notebook has its code cells. Cells are cleaned as IPython would: shell and magic lines are set
aside, and only those that Python itself cannot read, so that a `%` which continues an expression
or stands in a text stays what it is.
"""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_SOURCE = 1024 * 1024  # bytes of Python, compiled in half a second; 50 MB take half a minute
MAX_CELLS = 2_000
_CELL_LINE = re.compile(r"^# ?%%", re.MULTILINE)
_RUN_BODY = {"time", "capture"}
_ASSIGNED_MAGIC = re.compile(r"^(\s*)([\w, ]+?)\s*=\s*[!%]")


class Unreadable(ValueError):
    """The file cannot be read at all; the text says why."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of source. `number` counts code cells of a notebook from 1, and is 0 in a script;
    `first_line` is the line of the file (or of the cell) at which the text begins."""

    text: str
    number: int
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Statement:
    """One top-level statement, ready to compile."""

    node: ast.stmt
    cell: Cell


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that was left out, with its place."""

    cell: int
    line: int
    text: str


def read_statements(name: str, data: bytes) -> tuple[list[Statement], list[Complaint]]:
    """The statements of a file, and what had to be left out.

    Args:
        name: the file's name; its ending says which form it has.
        data: the file's bytes.

    Raises:
        Unreadable: no statement can be had from it, whatever one sets aside.
    """
    if name.lower().endswith(".ipynb"):
        cells, complaints = notebook_cells(data)
        cells = [cleaned for cell in cells if (cleaned := without_cell_magic(cell))]
        return _parse_cells(cells, complaints, magics=True)
    if len(data) > MAX_SOURCE:
        raise Unreadable(f"{len(data):,} bytes of source, more than {MAX_SOURCE:,}")
    text = script_text(data)
    whole = Cell(text, 0)
    try:
        return [Statement(node, whole) for node in _parse(whole)], []
    except SyntaxError:
        return _parse_cells(list(_percent_cells(text)), [], magics=False)


def script_text(data: bytes) -> str:
    """The text of a script: its own encoding (BOM or coding line), any line ends."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        text = _guessed(data)
    if "\0" in text:
        raise Unreadable("it holds NUL characters, so it is no text file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(data: bytes) -> str:
    # A file that is not what it declares: UTF-16 says so in its first bytes, and as Latin-1
    # anything can be read, comments come out odd and the code is what it was.
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("latin-1")


def _parse(cell: Cell) -> list[ast.stmt]:
    flags = ast.PyCF_ONLY_AST | (ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if cell.number else 0)
    text = "\n" * (cell.first_line - 1) + cell.text
    try:
        tree = compile(text, "<cell>", "exec", flags, dont_inherit=True)
    except (RecursionError, MemoryError, ValueError, OverflowError) as error:
        raise SyntaxError(f"Python gives up on it ({type(error).__name__})") from error
    assert isinstance(tree, ast.Module)
    return tree.body


def _parse_cells(
    cells: list[Cell], complaints: list[Complaint], *, magics: bool
) -> tuple[list[Statement], list[Complaint]]:
    statements = []
    for cell in cells:
        try:
            nodes = _parse_magics(cell) if magics else _parse(cell)
        except SyntaxError as error:
            line, column = error.lineno or cell.first_line, error.offset or 1
            complaints.append(
                Complaint(cell.number, line, f"syntax error at column {column}: {error.msg}")
            )
            continue
        statements += [Statement(node, cell) for node in nodes]
    return statements, complaints


def _percent_cells(text: str) -> Iterator[Cell]:
    starts = [0, *(match.start() for match in _CELL_LINE.finditer(text)), len(text)]
    for start, end in zip(starts, starts[1:], strict=False):
        if text[start:end].strip():
            yield Cell(text[start:end], 0, text.count("\n", 0, start) + 1)


# --- notebooks ----------------------------------------------------------------------------------


def notebook_cells(data: bytes) -> tuple[list[Cell], list[Complaint]]:
    """The code cells of a notebook of nbformat 3 or 4, in order, with what is odd about it.

    Raises:
        Unreadable: it is not JSON, or has no list of cells.
    """
    try:
        book = json.loads(data.decode("utf-8-sig", "replace"))
    except RecursionError as error:
        raise Unreadable("its JSON is nested too deep") from error
    except ValueError as error:
        raise Unreadable(f"it is not a notebook: not JSON ({error})") from error
    found = _cell_list(book)
    complaints = []
    if len(found) > MAX_CELLS:
        complaints.append(Complaint(0, 0, f"{len(found):,} cells; the first {MAX_CELLS:,} count"))
    cells: list[Cell] = []
    size = 0
    for raw in found[:MAX_CELLS]:
        text = _source(raw)
        if text is None:
            continue
        size += len(text)
        if size > MAX_SOURCE:
            complaints.append(Complaint(len(cells) + 1, 0, "too much source; the rest is left out"))
            break
        cells.append(Cell(text.replace("\r\n", "\n"), len(cells) + 1))
    return cells, complaints


def _cell_list(book: Any) -> list[Any]:
    if isinstance(book, dict):
        sheets = book.get("worksheets")
        if isinstance(book.get("cells"), list):
            return list(book["cells"])
        if isinstance(sheets, list):
            lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
            return [cell for cells in lists if isinstance(cells, list) for cell in cells]
    raise Unreadable("it is not a notebook: it has no list of cells")


def _source(raw: Any) -> str | None:
    if not isinstance(raw, dict) or raw.get("cell_type") != "code":
        return None
    source = raw.get("source", raw.get("input"))
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else None


def without_cell_magic(cell: Cell) -> Cell | None:
    """The cell without the `%%time` at its head; None when its body is not Python."""
    lines = cell.text.split("\n")
    first = 0
    while first < len(lines):
        stripped = lines[first].strip()
        if not stripped:
            first += 1
        elif stripped.startswith("%%"):
            if stripped[2:].split(maxsplit=1)[:1] not in [[name] for name in _RUN_BODY]:
                return None
            lines[first] = ""
            first += 1
        else:
            break
    return Cell(_without_indent(lines), cell.number, cell.first_line)


def _without_indent(lines: list[str]) -> str:
    # A cell that was pasted with its indentation runs in a notebook, so it counts here.
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    if not indent:
        return "\n".join(lines)
    return "\n".join(line.removeprefix(indent) for line in lines)


def _parse_magics(cell: Cell) -> list[ast.stmt]:
    lines = cell.text.split("\n")
    # Python names the line that it cannot read; when that is a magic line it is set aside and
    # the cell is tried again. Each turn removes one line, so the turns are bounded by them.
    for _ in range(len(lines) + 1):
        try:
            return _parse(Cell("\n".join(lines), cell.number, cell.first_line))
        except SyntaxError as error:
            place = _magic_line(lines, (error.lineno or 0) - 1)
            if place is None:
                raise
            _set_aside(lines, place)
    raise SyntaxError("unreadable cell")


def _magic_line(lines: list[str], at: int) -> int | None:
    # An unclosed quote or bracket behind `!` is reported further down: look back for its start.
    for place in range(min(at, len(lines) - 1), -1, -1):
        line = lines[place].strip()
        if line.startswith(("%", "!", "?")) or _ASSIGNED_MAGIC.match(line):
            return place
        if line.endswith("?") and not line.startswith("#"):
            return place
    return None


def _set_aside(lines: list[str], place: int) -> None:
    continued = lines[place].endswith("\\")
    line = lines[place]
    indent = line[: len(line) - len(line.lstrip())]
    assigned = _ASSIGNED_MAGIC.match(line)
    lines[place] = f"{indent}{assigned[2]} = []" if assigned else f"{indent}pass"
    while continued and place + 1 < len(lines):
        place += 1
        continued = lines[place].endswith("\\")
        lines[place] = ""
