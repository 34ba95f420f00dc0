"""Documents with fenced cells: Quarto, R Markdown, MyST, Jupytext's Markdown, pasted answers."""

import re
from collections.abc import Iterator

from ..cells import Cell
from ..magics import without_cell_magic

ENDINGS = (".qmd", ".md", ".rmd", ".markdown", ".myst")
_OPEN = re.compile(r"^[ ]{0,3}(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*(?P<label>.*)$")
_PYTHON = re.compile(
    r"\{?[ \t]*\.?(?:python3?|py3?|ipython3?|pycon)\b[^}]*\}?"
    r"|\{code-cell\}[ \t]*(?:i?python3?)?[ \t]*$",
    re.IGNORECASE,
)
_NOT_RUN = re.compile(r"eval[ \t]*=[ \t]*(?:FALSE|F\b|false)")
_OPTION_OFF = re.compile(r"^#\|[ \t]*eval:[ \t]*false", re.MULTILINE)
_OPTION = re.compile(r"^:[\w-]+:")
_OUTSIDE = re.compile(r"(?:def|class|import)[ \t]+\w|from[ \t]+\S+[ \t]+import")


def is_fenced(name: str, text: str) -> bool:
    """Whether a file that is no Python is such a document: by its ending, or since no code stands
    outside of its fences."""
    if "```" not in text and "~~~" not in text and ":::" not in text:
        return False
    if name.lower().endswith(ENDINGS):
        return True
    inside = {line for first, end, _ in _fences(text.split("\n")) for line in range(first, end)}
    lines = text.split("\n")
    return bool(inside) and not any(
        _OUTSIDE.match(line) for at, line in enumerate(lines) if at not in inside
    )


def fenced_cells(text: str) -> Iterator[Cell]:
    """The Python cells of a document."""
    lines = text.split("\n")
    fences = list(_fences(lines))
    named = any(_PYTHON.match(label) for _, _, label in fences)
    for first, end, label in fences:
        body = lines[first:end]
        # Where no fence says that it holds Python, those do that say nothing.
        if not (_PYTHON.match(label) if named else not label) or _NOT_RUN.search(label):
            continue
        if label.startswith("{code-cell}"):
            _drop_options(body)
        source = "\n".join(body)
        if not _OPTION_OFF.search(source):
            cell = without_cell_magic(Cell(source, 0, first + 1))
            if cell is not None:
                yield cell


def _fences(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Indices of the first line of each body and of the line behind it, and the fence's label."""
    fence, first, label = "", 0, ""
    for at, line in enumerate(lines):
        if not fence:
            if match := _OPEN.match(line):
                fence, label, first = match["fence"], match["label"].strip(), at + 1
        elif set(line.strip()) == {fence[0]} and len(line.strip()) >= len(fence):
            yield first, at, label
            fence = ""
    if fence:
        yield first, len(lines), label


def _drop_options(body: list[str]) -> None:
    """Blank MyST's options at the head of a cell: `:tags: […]`, or YAML between `---`."""
    at = 0
    if body and body[0].strip() == "---":
        end = next((i for i in range(1, len(body)) if body[i].strip() == "---"), 0)
        body[: end + 1] = [""] * (end + 1)
        return
    while at < len(body) and _OPTION.match(body[at]):
        body[at] = ""
        at += 1
