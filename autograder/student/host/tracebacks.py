"""Where an exception arose, in the student's own words for files and cells.

Of all frames only those of the student's own files and cells are told: a path of the standard
library or of the machine that grades says nothing to anybody.
"""

import sys
from collections.abc import Iterable
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
    known = getattr(getattr(shell, "compile", None), "_filename_map", {})
    number = known.get(file) if isinstance(known, dict) else None
    return number if isinstance(number, int) else 0
