"""Where an exception arose, in the student's own words for files and cells.

Of all frames only those of the student's own files and cells are told: a path of the standard
library or of the machine that grades says nothing to anybody.
"""

import os.path
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from typing import Any

from autograder.messages import Frame
from autograder.student.host.process import of_type


def own_frames(raw: Iterable[Any]) -> tuple[Frame, ...]:
    """The student's own among [file, line, function] triples, outermost first.

    Raises:
        ValueError, TypeError: they are no such triples.
    """
    places = ((own_place(of_type(file, str)[:200]), of_type(line, int)) for file, line, _ in raw)
    return tuple(Frame(place, line) for place, line in places if place)


def own_place(file: str) -> str:
    """What the student calls this file or cell; empty if it is not the student's.

    Files that are handed in run under their bare names; whatever has a folder, or a name that
    Python makes up, came from elsewhere, unless it is a cell of the notebook around us.
    """
    cell = _cell_of(file)
    if cell:
        return f"Cell In[{cell}]"
    elsewhere = "/" in file or "\\" in file or file.startswith("<")
    return "" if elsewhere else file


def _cell_of(file: str) -> int:
    """The number beside the cell of this notebook whose code has this file name, or 0.

    IPython (8 and 9) keeps the numbers, for its own tracebacks, by the names that it invents.
    """
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    known = getattr(getattr(shell, "compile", None), "_filename_map", None)
    if shell is not None and known is None:
        with suppress(Exception):  # whatever it is there that we do not know
            return _named_as(file, len(shell.history_manager.input_hist_raw))
    number = known.get(file) if isinstance(known, dict) else None
    return number if isinstance(number, int) else 0


@lru_cache(maxsize=100)
def _named_as(file: str, count: int) -> int:
    """The last of so many cells whose text gives this name in IPython 7, which Colab has, or 0."""
    shell: Any = sys.modules["IPython"].get_ipython()
    named = shell.compile.get_code_name
    if os.path.dirname(file) != os.path.dirname(named("", "", 0)):
        return 0  # of a library: hashing every cell takes long
    cells = enumerate(shell.history_manager.input_hist_raw[:count])  # without a newline at the end
    names = ((n, named(text, text, n)) for n, cell in cells for text in (cell, f"{cell}\n"))
    return max((n for n, name in names if name == file), default=0)
