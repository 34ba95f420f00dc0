"""Reads an exercise file into statements, however it was written and whatever it is called.

Nearly every file is a script that Python can read, and costs no more than that. Notebooks, and
scripts and documents that tools made of notebooks, are told by what is in them, and earn what the
notebook would earn: code that ran there runs here, magics are set aside.
"""

import ast
import io
import re
import tokenize

from .before_parsing import is_script, mended, refuse_what_is_no_code, without_merge_marks
from .cells import MAX_SOURCE, Cell, Complaint, Reading, Statement, UnreadableFile
from .compiling import Compiler
from .forms import commented, exported, fenced, marimo, percent
from .forms.notebook import looks_like_one, notebook_cells
from .magics import without_cell_magic
from .parsing import parse_cells, statements_of

_DEFINED = re.compile(r"^[ \t#]*(?:MAGIC )?(?:async[ \t]+)?def[ \t]+(\w+)", re.MULTILINE)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_MAX_ERRORS_NAMED = 8  # of one file; who has more is told so once


def read(name: str, data: bytes) -> Reading:
    """The statements of a file, and what had to be left out.

    Args:
        name: the file's name; of two forms that its content could have, its ending says which.
        data: the file's bytes.

    Raises:
        UnreadableFile: no statement can be had from it, whatever one sets aside.
    """
    data = mended(data)
    refuse_what_is_no_code(data)
    data, complaints = without_merge_marks(data)
    if looks_like_one(data) or (name.lower().endswith(".ipynb") and not is_script(data)):
        reading = _notebook(name, data)
    else:
        reading = _script(name, data)
        if name.lower().endswith(".ipynb"):
            text = "it is no notebook but a script, and was read as one"
            complaints.append(Complaint(0, 0, text))
    reading.complaints = _first_ones(complaints + reading.complaints)
    if not reading.statements and not reading.complaints:
        what = "no code that runs" if data.strip() else "nothing"
        reading.complaints.append(Complaint(0, 0, f"it holds {what}"))
    return reading


def _notebook(name: str, data: bytes) -> Reading:
    cells, complaints = notebook_cells(data)
    run = [(cell, without_cell_magic(cell)) for cell in cells]
    bare_cells = [bare for _, bare in run if bare]
    compiler = Compiler(name, [cell.text for cell in bare_cells])
    statements, unread = parse_cells(bare_cells, compiler)
    left_out = [cell.text for cell, bare in run if bare is None]
    complaints += unread + _defined_in_vain(left_out, statements)
    if b"marimo_version" in data:
        statements += marimo.renamed(script_text(data), statements)
    return Reading(statements, complaints, main=True, ipython=True, flags=compiler.flags)


def _script(name: str, data: bytes) -> Reading:
    if len(data) > MAX_SOURCE:
        raise UnreadableFile(f"{len(data):,} bytes of source, more than {MAX_SOURCE:,}")
    left_out: list[str] = []
    text = percent.without_cells_not_run(commented.taken_back(script_text(data)), left_out)
    cell = Cell(text, 0)
    compiler = Compiler(name, [text])
    try:
        reading = Reading(statements_of(cell, compiler))
    except SyntaxError:
        reading = _pieces(name, cell, left_out)
    else:
        reading.ipython = commented.from_a_notebook(text)
    if app := marimo.app_name(text):
        reading.statements, unread = marimo.in_order(app, reading.statements)
        reading.complaints += unread
    elif exported.is_exported(text):
        reading.statements, unread = exported.opened(reading.statements)
        reading.complaints += unread
        reading.ipython = True
    else:
        reading.statements += marimo.renamed(text, reading.statements)
    reading.complaints += _defined_in_vain(left_out, reading.statements)
    reading.flags = compiler.flags
    return reading


def _pieces(name: str, cell: Cell, left_out: list[str]) -> Reading:
    """A script that is no Python as it stands: cells, a document, or code with mistakes."""
    if fenced.is_fenced(name, cell.text):
        cells, main = list(fenced.fenced_cells(cell.text)), True
    else:
        cells, main = list(percent.marked_cells(cell.text, left_out)), False
    statements, complaints = parse_cells(cells)
    return Reading(statements, complaints, main=main, ipython=True)


def _defined_in_vain(left_out: list[str], statements: list[Statement]) -> list[Complaint]:
    """What is said of functions that stand only in cells whose magic does not run them."""
    names = {name for text in left_out for name in _DEFINED.findall(text)}
    if names:
        names -= {s.node.name for s in statements if isinstance(s.node, _FUNCTIONS)}
    if not names:
        return []
    shown = ", ".join(sorted(names)[:5])
    text = f"a cell that is written to a file or timed does not run; {shown} stands only in one"
    return [Complaint(0, 0, text)]


def script_text(data: bytes) -> str:
    """The text of a script: its own encoding (BOM or coding line), any line ends."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        text = _guessed(data)
    if "\0" in text:
        raise UnreadableFile("it holds NUL characters, so it is no text file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(data: bytes) -> str:
    # A file that is not what it declares: UTF-16 says so in its first bytes, and as Latin-1
    # anything can be read, comments come out odd and the code is what it was.
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("latin-1")


def _first_ones(complaints: list[Complaint]) -> list[Complaint]:
    errors = [c for c in complaints if c.syntax]
    if len(errors) <= _MAX_ERRORS_NAMED:
        return complaints
    left_out = set(map(id, errors[_MAX_ERRORS_NAMED:]))
    shown = [c for c in complaints if id(c) not in left_out]
    first = errors[_MAX_ERRORS_NAMED]
    return [*shown, Complaint(first.cell, first.line, f"and {len(left_out)} more syntax errors")]
