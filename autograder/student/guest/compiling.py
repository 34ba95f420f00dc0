"""Compiles ordinary cells statement by statement, straight from their text.

Python makes code of text in 0.6 of the time that it takes by way of a syntax tree, and in nearly
every cell the statements can be told apart by how their lines begin. Where that cuts one in two the
first half is no Python; such a cell goes the long way, as do all that are odd.
"""

import __future__ as futures

import ast
import re
import sys
from collections.abc import Iterable, Iterator

from .cells import Cell, Statement

# From Python 3.14 on an annotation is evaluated when somebody asks for it. Before, a name that is
# not there would cost the function, so that the same file earned less there.
EAGER_ANNOTATIONS = sys.version_info < (3, 14)
_ASKS_FOR_ANNOTATIONS = ("annotations", "get_type_hints", "inspect")
_CHANGES_FLAGS = ("__future__",)
_ENDS_A_LINE_OR_NOT = ("\f", "\r")  # other things to Python than to `_BEGINS`
# How a statement begins: not indented, closing no bracket, joining no lines, going on with no `if`
# and no `try`.
_BEGINS = re.compile(r"^(?=[^\s#)\]}\\])(?!(?:else|elif|except|finally)\b)", re.MULTILINE)
_SEVERAL = re.compile(r"^[^#\n].*;", re.MULTILINE)
_COMPOUND = re.compile(r"@|(?:async|class|def|for|if|try|while|with)\b")
# Statements times lines: each is compiled below as many empty lines as put it in its place, which
# are read in 0.02 µs each. The longest exercise has 20,000.
_MAX_PRODUCT = 100_000
NOT_READ = (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError)


class Compiler:
    """What holds for all cells of a file.

    Attributes:
        name: the file's name.
        flags: for `compile`.
    """

    def __init__(self, name: str, texts: Iterable[str]) -> None:
        texts = list(texts)
        self.name = name
        self.flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        if EAGER_ANNOTATIONS and not _any_in(_ASKS_FOR_ANNOTATIONS, texts):
            self.flags |= futures.annotations.compiler_flag
        self._from_text = not _any_in(_CHANGES_FLAGS, texts)

    def statements(self, cell: Cell) -> list[Statement] | None:
        """The statements of a cell, compiled; None if it takes more to tell them apart."""
        text = cell.text
        if not self._from_text or _any_in(_ENDS_A_LINE_OR_NOT, [text]):
            return None
        starts = list(_starts(text))
        if not starts or len(starts) * text.count("\n") > _MAX_PRODUCT:
            return None
        starts[0] = 0
        try:
            return list(self._compiled(cell, starts))
        except NOT_READ:
            return None

    def _compiled(self, cell: Cell, starts: list[int]) -> Iterator[Statement]:
        place = file_of(self.name, cell.number)
        line = cell.first_line - 1
        for start, end in zip(starts, [*starts[1:], len(cell.text)], strict=True):
            part = cell.text[start:end]
            if _SEVERAL.search(part) and not _COMPOUND.match(part):
                raise SyntaxError("perhaps several statements")
            text = "\n" * line + part
            code = compile(text, place, "exec", self.flags, dont_inherit=True)
            yield Statement(None, cell, text=text, code=code)
            line += part.count("\n")


def _starts(text: str) -> Iterator[int]:
    """Where statements begin, those with decorators at the first of these."""
    decorated = False
    for match in _BEGINS.finditer(text):
        if not decorated:
            yield match.start()
        decorated = text[match.start()] == "@"


def _any_in(words: Iterable[str], texts: Iterable[str]) -> bool:
    return any(word in text for text in texts for word in words)


def file_of(name: str, cell: int) -> str:
    """The name that code of this cell carries in tracebacks."""
    return f"{name} cell {cell}" if cell else name
