"""Code that a tool commented out because it stood under a magic line: Colab, Databricks, marimo.

What ran in the notebook is taken back; line for line it stays where it was.
"""

import re

from ..magics import RUN_BODY, cell_magic

# The fixed lines under which Colab's "Download .py" and `marimo convert` comment out a cell.
_LEADERS = (
    "# Commented out IPython magic to ensure Python compatibility.",
    "# magic command not supported in marimo; please file an issue to add support",
)
_COMMAND = re.compile(r"^# COMMAND -{5,}", re.MULTILINE)
_MAGIC_LINE = re.compile(r"^# MAGIC ?", re.MULTILINE)
# What Databricks writes at the head of a cell that holds no Python.
_NO_PYTHON = ("%md", "%md-sandbox", "%sql", "%scala", "%r", "%sh", "%fs", "%run", "%lsmagic")
_COMMENT = re.compile(r"[ \t]*# ?")


def from_a_notebook(text: str) -> bool:
    """Whether one of these tools wrote it, so that it ran where `display` is known."""
    return "# MAGIC " in text or "# COMMAND ---" in text or _LEADERS[0] in text


def taken_back(text: str) -> str:
    """The text with the cells that ran as code, if it was written by one of these tools."""
    if "# MAGIC " in text:
        text = _databricks(text)
    if any(leader in text for leader in _LEADERS):
        text = "\n".join(_under_leaders(text.split("\n")))
    return text


def _under_leaders(lines: list[str]) -> list[str]:
    at = 0
    while at < len(lines):
        leader = lines[at].strip() in _LEADERS
        at += 1
        if leader and at < len(lines) and cell_magic(_uncommented(lines[at])) in RUN_BODY:
            lines[at] = ""
            at += 1
            while at < len(lines) and lines[at].lstrip().startswith("#"):
                lines[at] = _uncommented(lines[at])
                at += 1
    return lines


def _uncommented(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return indent + _COMMENT.sub("", line, count=1)


def _databricks(text: str) -> str:
    marks = [mark.start() for mark in _COMMAND.finditer(text)]
    starts, ends = [0, *marks], [*marks, len(text)]
    return "".join(_command(text[a:b]) for a, b in zip(starts, ends, strict=True))


def _command(cell: str) -> str:
    """One cell of a Databricks script, with its body if that is Python."""
    bare = _MAGIC_LINE.sub("", cell)
    lines = bare.split("\n")
    head = next((i for i, line in enumerate(lines) if line.strip() and line[0] != "#"), None)
    if bare == cell or head is None:
        return cell
    words = lines[head].split(maxsplit=1)
    if words[0] == "%python" or cell_magic(lines[head]) in RUN_BODY:
        lines[head] = words[1] if words[0] == "%python" and len(words) > 1 else ""
    elif words[0].startswith("%%") or words[0].lower() in _NO_PYTHON:
        return cell
    return "\n".join(lines)  # a line magic, and Python below it
