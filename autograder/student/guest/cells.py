"""What a file is made of, whatever form it has: cells, statements, and complaints about both."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

MAX_SOURCE = 1024 * 1024  # bytes of Python, compiled in half a second; 50 MB take half a minute
MAX_CELLS = 2_000


class UnreadableFile(ValueError):
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
    """One top-level statement, ready to compile.

    Attributes:
        node: what it is.
        cell: where it stands.
        spare: it stands in a notebook's cell that cannot be read as a whole, so that Jupyter would
            not have run it: it may only define what is defined nowhere else.
    """

    node: ast.stmt
    cell: Cell
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that was left out, with its place; line 0 is the file or cell as a whole."""

    cell: int
    line: int
    text: str


@dataclass(slots=True)
class Reading:
    """What was read from a file.

    Attributes:
        statements: in the order in which they run.
        complaints: what had to be left out.
        main: it runs as the main module, as notebooks do.
        ipython: it was made by a tool that gives it `get_ipython` and `display`.
    """

    statements: list[Statement] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    main: bool = False
    ipython: bool = False
