"""What a file is made of, whatever form it has: cells, statements, and complaints about both."""

import ast
from dataclasses import dataclass, field
from types import CodeType

MAX_SOURCE = 1024 * 1024  # bytes of Python, compiled in half a second; 50 MB take half a minute
MAX_CELLS = 2_000
_HARMLESS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Import, ast.ImportFrom, ast.Pass)
_HARMLESS_WORDS = ("def ", "async def ", "import ", "from ")


class UnreadableFile(ValueError):
    """The file cannot be read at all; the text says why."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of source. `number` counts code cells of a notebook from 1, and is 0 in a script;
    `first_line` is the line of the file (or of the cell) at which the text begins."""

    text: str
    number: int
    first_line: int = 1


class Statement:
    """One top-level statement.

    Attributes:
        cell: where it stands.
        spare: it stands in a notebook's cell that cannot be read as a whole, so that Jupyter would
            not have run it: it may only define what is defined nowhere else.
        code: what it was compiled to, if that did not take its syntax tree.
    """

    __slots__ = ("_node", "_text", "cell", "code", "spare")

    def __init__(
        self,
        node: ast.stmt | None,
        cell: Cell,
        spare: bool = False,
        *,
        text: str = "",
        code: CodeType | None = None,
    ) -> None:
        """Take its syntax tree, or what it was compiled to and from; its lines are the cell's."""
        self._node = node
        self._text = text
        self.cell = cell
        self.spare = spare
        self.code = code

    @property
    def node(self) -> ast.stmt:
        """Its syntax tree."""
        if self._node is None:
            (self._node,) = ast.parse(self._text).body
        return self._node

    @property
    def harmless(self) -> bool:
        """Whether running it only defines or imports, which neither hangs nor exits."""
        if self._node is None:
            return self._text.lstrip("\n").startswith(_HARMLESS_WORDS)
        return isinstance(self._node, _HARMLESS) and not getattr(self._node, "decorator_list", None)


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that was left out, with its place; line 0 is the file or cell as a whole.

    Attributes:
        cell, line, text: where, and what.
        syntax: it is no Python, so nobody knows what stands there.
    """

    cell: int
    line: int
    text: str
    syntax: bool = False


@dataclass(slots=True)
class Reading:
    """What was read from a file.

    Attributes:
        statements: in the order in which they run.
        complaints: what had to be left out.
        main: it runs as the main module, as notebooks do.
        ipython: it was made by a tool that gives it `get_ipython` and `display`.
        flags: with which its statements are compiled.
    """

    statements: list[Statement] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    main: bool = False
    ipython: bool = False
    flags: int = 0
