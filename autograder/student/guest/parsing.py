"""Cells to statements: as a whole where Python can read them, and else piece by piece."""

import ast

from .cells import Cell, Complaint, Statement
from .compiling import NOT_READ, Compiler
from .magics import Cleaned, clean
from .scanning import FRESH_START, UNSEEN, blocks, logical_end
from .versions import HERE, in_words, syntax_note

_MAX_ERRORS = 1_000  # statements of one cell that cannot be read, before the rest is left out
# Lines that are gone through again because a statement had swallowed others: half a second's work.
# A file of 1,000 lines may have 300 such statements.
_MAX_REPEATED = 300_000
# What text processors, web pages and messengers put in the place of spaces, line ends and quotes,
# or between letters, where nobody sees it.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u2028\u2029\u202f\u3000", " "),
        **dict.fromkeys(UNSEEN, ""),
        **dict.fromkeys("\u201c\u201d\u201e", '"'),
        **dict.fromkeys("\u2018\u2019\u201a", "'"),
    }
)


def parse(cell: Cell) -> list[ast.stmt]:
    """The statements of a cell, all or none.

    Raises:
        SyntaxError: Python cannot read it.
    """
    above = cell.first_line - 1
    try:
        tree = compile(cell.text, "<cell>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as error:
        error.lineno = above + (error.lineno or 1)
        raise
    except NOT_READ as error:
        raise SyntaxError(f"Python gives up on it ({type(error).__name__})") from error
    assert isinstance(tree, ast.Module)
    if above:
        ast.increment_lineno(tree, above)
    return tree.body


def statements_of(cell: Cell, compiler: Compiler | None) -> list[Statement]:
    """The statements of a cell, compiled where that can be done at once; raises as `parse`."""
    compiled = compiler and compiler.statements(cell)
    return compiled or [Statement(node, cell) for node in parse(cell)]


def parse_cells(
    cells: list[Cell], compiler: Compiler | None = None
) -> tuple[list[Statement], list[Complaint]]:
    """The statements of several cells, and what had to be left out."""
    statements: list[Statement] = []
    complaints: list[Complaint] = []
    for cell in cells:
        try:
            statements += statements_of(cell, compiler)
        except SyntaxError:
            found, left_out = parse_pieces(cell)
            statements += found
            complaints += left_out
    return statements, complaints


def parse_pieces(cell: Cell) -> tuple[list[Statement], list[Complaint]]:
    """What can be read of a cell that Python cannot read as it is."""
    cleaned = clean(cell.text.split("\n"))
    complaints = [_lazy(cell, at) for at in cleaned.lazy]
    try:
        text = "\n".join(cleaned.lines)
        nodes = parse(Cell(text, cell.number, cell.first_line))
        return [Statement(node, cell) for node in nodes], complaints
    except SyntaxError:
        pieces = _Pieces(cell, cleaned)
        pieces.read()
        return pieces.statements, complaints + pieces.complaints


def _lazy(cell: Cell, at: int) -> Complaint:
    text = (
        f"`lazy` is syntax of {in_words((3, 15))}; {in_words(HERE)} took it as an ordinary import"
    )
    return Complaint(cell.number, cell.first_line + at, text)


class _Pieces:
    """A cell with syntax errors on its way to the statements around them."""

    def __init__(self, cell: Cell, cleaned: Cleaned) -> None:
        self.cell = cell
        self.lines = cleaned.lines
        self.statements: list[Statement] = []
        self.complaints: list[Complaint] = []
        self.repeated = 0
        self.plain = False  # whether it was said that characters were read as plain ones

    def read(self) -> None:
        """Read from the top to the bottom."""
        at: int | None = 0
        while at is not None:
            at = self._take_all(list(blocks(self.lines, at, len(self.lines))))

    def _take_all(self, found: list[tuple[int, int]]) -> int | None:
        """Take the statements of these blocks; where to begin anew, if one swallowed others."""
        waiting = [found]
        while waiting:
            group = waiting.pop()
            if not group or self._take(group):
                continue
            if len(group) > 1:
                half = len(group) // 2
                waiting += [group[half:], group[:half]]
                continue
            if len(self.complaints) >= _MAX_ERRORS:
                self._complain(group[0][0] + 1, "too many syntax errors; the rest is left out")
                return None
            restart = self._fresh_start(*group[0])
            if restart is not None and self.repeated < _MAX_REPEATED:
                self.repeated += len(self.lines) - restart
                if not self._take([(group[0][0], restart)]):
                    self._complain_of(group[0][0], restart)
                return restart
            self._complain_of(*group[0])
        return None

    def _take(self, group: list[tuple[int, int]]) -> bool:
        first, end = group[0][0], group[-1][1]
        nodes = self._read_as_it_is(first, end)
        if nodes is None and len(group) == 1:
            nodes = self._read_plainly(first, end)
        if nodes is None:
            return False
        self.statements += [Statement(n, self.cell, bool(self.cell.number)) for n in nodes]
        return True

    def _read_as_it_is(self, first: int, end: int) -> list[ast.stmt] | None:
        try:
            return self._parsed("\n".join(self.lines[first:end]), first)
        except SyntaxError as error:
            self.error = error
            return None

    def _read_plainly(self, first: int, end: int) -> list[ast.stmt] | None:
        """What it is with plain spaces and quotes, if that is what it lacks; said once a cell."""
        text = "\n".join(self.lines[first:end])
        plain = text.translate(_PLAIN)
        if plain == text:
            return None
        try:
            nodes = self._parsed(plain, first)
        except SyntaxError:
            return None
        if not self.plain:
            at = next(
                n for n, line in enumerate(text.split("\n")) if line.translate(_PLAIN) != line
            )
            said = (
                "spaces or quotes that Python cannot read were taken as plain ones; type them anew"
            )
            self._complain(first + at + 1, said)
        self.plain = True
        return nodes

    def _parsed(self, text: str, first: int) -> list[ast.stmt]:
        nodes = parse(Cell(text, self.cell.number))
        for node in nodes:
            ast.increment_lineno(node, self.cell.first_line - 1 + first)
        return nodes

    def _fresh_start(self, first: int, end: int) -> int | None:
        """The index of the next line in a block that begins something, if a bracket or a text that
        was never closed swallowed one."""
        while first < end and not self.lines[first].strip():
            first += 1
        while first < end and self.lines[first].startswith("@"):
            first = logical_end(self.lines, first)
        starts = (at for at in range(first + 1, end) if FRESH_START.match(self.lines[at]))
        return next(starts, None)

    def _complain_of(self, first: int, end: int) -> None:
        line = first + (self.error.lineno or 1)
        text = "\n".join(self.lines[first:end])
        note = syntax_note(text, self.error.offset or 1, self.error.msg)
        self._complain(line, note, syntax=True)

    def _complain(self, line: int, text: str, *, syntax: bool = False) -> None:
        line += self.cell.first_line - 1
        self.complaints.append(Complaint(self.cell.number, line, text, syntax))
