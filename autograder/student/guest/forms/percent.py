"""Scripts with marked cells: `# %%` (VS Code, Spyder, Jupytext), `# In[1]:`, Databricks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..cells import Cell
from .notebook import without_cell_magic

MARK = re.compile(
    r"^#[ \t]*(?:%%(?!\w)|<(?:code|markdown)cell>|In[ \t]*\[[ \d]*\]:?[ \t]*$|COMMAND -{5,})(.*)$",
    re.MULTILINE,
)
_TEXT = re.compile(r"\[(?:markdown|md|raw)\]")
# A cell magic at the head of a cell, commented out as jupytext does it, or as it is.
_HEAD = re.compile(r"\s*(?:#[ \t]?)?(%%\w\S*)")
# Jupytext comments out these lines and leaves the body as it is; no body of theirs ever runs.
_NOT_RUN = re.compile(r"%%(?:writefile|file|timeit|script)\b")


def marked_cells(text: str) -> Iterator[Cell]:
    """The pieces between marks, without those whose body is not to run."""
    marks = list(MARK.finditer(text))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text)]
    labels = ["", *(mark[1] for mark in marks)]
    for start, end, label in zip(starts, ends, labels, strict=True):
        body = text[start:end]
        if not body.strip() or _TEXT.search(label):
            continue
        head = _HEAD.match(body)
        if head and _NOT_RUN.fullmatch(head[1]):
            continue
        # The line of the mark belongs to the cell, so that the numbers of its lines are the file's.
        cell = Cell(body, 0, text.count("\n", 0, start) + 1)
        if head and (cleaned := without_cell_magic(cell)) is None:
            continue
        yield cleaned if head and cleaned else cell


def holds_cells_that_do_not_run(text: str) -> bool:
    """Whether a script that can be read as a whole has cells that are not to run."""
    return _NOT_RUN.search(text) is not None and any(
        head is not None and _NOT_RUN.fullmatch(head[1])
        for head in (_HEAD.match(text, mark.end()) for mark in MARK.finditer(text))
    )
