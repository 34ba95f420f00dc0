"""Scripts with marked cells: `# %%` (VS Code, Spyder, Jupytext), `# In[1]:`, Databricks."""

import re
from collections.abc import Iterator

from ..cells import Cell
from ..magics import without_cell_magic

MARK = re.compile(
    r"^#[ \t]*(?:%%(?!\w)|<(?:code|markdown)cell>|In[ \t]*\[[ \d]*\]:?[ \t]*$|COMMAND -{5,})(.*)$",
    re.MULTILINE,
)
_TEXT = re.compile(r"\[(?:markdown|md|raw)\]|^[ \t]*(?:md|markdown)\b")  # PyCharm: `#%% md`
_HEAD = re.compile(r"\s*%%\w")
# Jupytext comments out such a line and leaves the body below it as it is.
_NOT_RUN = re.compile(r"%%(?:writefile|file|timeit|script)\b")
_NOT_RUN_LINE = re.compile(r"#[ \t]?(?:MAGIC[ \t])?%%(?:writefile|file|timeit|script)\b")
# How a cell ends, by the line above its first one; else, as in Jupytext's light format without
# marks, at the first empty line.
_ENDS = [
    (MARK, MARK),
    (re.compile(r"# \+"), re.compile(r"# [+-]")),  # light
    (re.compile(r'""$'), re.compile(r'""$')),  # sphinx
    (re.compile(r"```|~~~"), re.compile(r"```|~~~")),  # R Markdown
]
_EMPTY = re.compile(r"\s*$")


def marked_cells(text: str, left_out: list[str]) -> Iterator[Cell]:
    """The pieces between marks; those whose body is not to run are left out."""
    marks = list(MARK.finditer(text))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text)]
    labels = ["", *(mark[1] for mark in marks)]
    line, counted = 1, 0
    for start, end, label in zip(starts, ends, labels, strict=True):
        line, counted = line + text.count("\n", counted, start), start
        body = text[start:end]
        if not body.strip() or _TEXT.search(label):
            continue
        cell: Cell | None = Cell(body, 0, line)
        if marks and _HEAD.match(body):  # without a mark nobody knows where that cell ends
            cell = without_cell_magic(Cell(body, 0, line))
        if cell is not None:
            yield cell
        else:
            left_out.append(body)


def without_cells_not_run(text: str, left_out: list[str]) -> str:
    """The text without the bodies of cells that only wrote a file or took the time."""
    if not _NOT_RUN.search(text):
        return text
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if _NOT_RUN_LINE.match(lines[at]):
            above = next((line for line in reversed(lines[max(0, at - 3) : at]) if line), "")
            end = next((ends for starts, ends in _ENDS if starts.match(above)), _EMPTY)
            while at < len(lines) and not end.match(lines[at]):
                left_out.append(lines[at])
                lines[at] = ""
                at += 1
        at += 1
    return "\n".join(lines)
