"""Takes lines that only a notebook understands out of Python text, and leaves the others in place.

Shell and magic lines, requests for help, prompts, fences and merge marks: none of them can begin a
line of Python, so that a `%` which continues an expression or stands in a text stays what it is.
"""

import re
from dataclasses import dataclass, field

from .cells import Cell
from .scanning import logical_end

RUN_BODY = frozenset(["time", "capture"])  # cell magics whose bodies are ordinary code
_ASSIGNED = re.compile(r"^([ \t]*)([\w.]+(?:[ \t]?,[ \t]?[\w.]+)*)[ \t]*=[ \t]*[!%]")
_HELP = re.compile(r"^[ \t]*[\w.*%]+\?{1,2}[ \t;]*$")
_CELL_MAGIC = re.compile(r"^%%(\w+)")
_OTHER_LANGUAGES = frozenset(
    ["bash", "sh", "html", "javascript", "js", "latex", "markdown", "svg", "r", "sql", "cmd"]
)
_PYTHON = re.compile(r"(?:async )?def \w+\(|@\w+|import numpy\b|%%")
_PROMPT = re.compile(r"^[ \t]*(?:>>>(?: |$)|In[ \t]*\[[ \d]*\]:(?: |$))")
_GOES_ON = re.compile(r"^[ \t]*\.{3,}:?(?: |$)")
_OUT = re.compile(r"^[ \t]*Out[ \t]*\[[ \d]*\]:")
_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)")
_LAZY = re.compile(r"^([ \t]*)lazy[ \t]+(?=(?:import|from)[ \t])")
_ODD_STARTS = frozenset("%!?>IO`~l")  # of odd lines, and of few others


@dataclass
class Cleaned:
    """Text without the lines that are no Python, line for line where it was.

    Attributes:
        lines: the text.
        lazy: numbers of lines with a `lazy import`, read as ordinary ones.
    """

    lines: list[str]
    lazy: list[int] = field(default_factory=list)

    def line(self, at: int) -> int:
        """Take what is odd out of the logical line at an index; the index behind it."""
        line = self.lines[at]
        stripped = line.lstrip()
        if stripped[:1] in _ODD_STARTS or "?" in line or "=" in line:
            if stripped.startswith("%%") and line.startswith("%%"):
                return self._cell_magic(at)
            if stripped[:1] in ("%", "!", "?") or _HELP.match(line) or _ASSIGNED.match(line):
                return self._magic(at)
            if _PROMPT.match(line):
                return self._session(at)
            if _OUT.match(line):
                return self._paragraph(at)
            if _FENCE.match(line):
                self.lines[at] = ""
                return at + 1
            if _LAZY.match(line):
                self.lines[at] = _LAZY.sub(r"\1", line)
                self.lazy.append(at)
        return logical_end(self.lines, at)

    def _magic(self, at: int) -> int:
        line = self.lines[at]
        assigned = _ASSIGNED.match(line)
        indent = line[: len(line) - len(line.lstrip())]
        self.lines[at] = f"{indent}{assigned[2]} = []" if assigned else f"{indent}pass"
        while line.endswith("\\") and at + 1 < len(self.lines):
            at += 1
            line, self.lines[at] = self.lines[at], ""
        return at + 1

    def _cell_magic(self, at: int) -> int:
        # Where a cell ends that has no mark is not known; its first paragraph is surely in it, if
        # it is no Python as far as Python begins.
        match = _CELL_MAGIC.match(self.lines[at])
        if match and match[1] in RUN_BODY:
            self.lines[at] = ""
            return at + 1
        self.lines[at] = ""
        other = match is not None and match[1].lower() in _OTHER_LANGUAGES
        return self._paragraph(at + 1, _PYTHON if other else None)

    def _paragraph(self, at: int, end: re.Pattern[str] | None = None) -> int:
        while at < len(self.lines) and self.lines[at].strip():
            if end and end.match(self.lines[at]):
                break
            self.lines[at] = ""
            at += 1
        return at

    def _session(self, at: int) -> int:
        """What was typed after a prompt stays; what was answered below it goes."""
        typed = True
        while at < len(self.lines) and self.lines[at].strip():
            line = self.lines[at]
            if match := _PROMPT.match(line):
                typed = True
                self.lines[at] = line[match.end() :]
                if self.lines[at][:1] in ("%", "!", "?") or _HELP.match(self.lines[at]):
                    self.lines[at] = ""
            elif typed and (match := _GOES_ON.match(line)):
                self.lines[at] = line[match.end() :]
            else:
                typed = False
                self.lines[at] = ""
            at += 1
        return at


def clean(lines: list[str]) -> Cleaned:
    """The text without everything that is no Python."""
    cleaned = Cleaned(list(lines))
    at = 0
    while at < len(cleaned.lines):
        at = cleaned.line(at)
    return cleaned


def cell_magic(line: str) -> str:
    """The name of the cell magic that a line is, or empty."""
    stripped = line.strip()
    return (
        stripped[2:].split(maxsplit=1)[0] if stripped[2:3].strip() and stripped[:2] == "%%" else ""
    )


def without_cell_magic(cell: Cell) -> Cell | None:
    """The cell without the `%%time` at its head; None when its body is not Python."""
    lines = cell.text.split("\n")
    first = 0
    while first < len(lines):
        stripped = lines[first].strip()
        if stripped.startswith("%%"):
            if cell_magic(stripped) not in RUN_BODY:
                return None
            lines[first] = ""
        elif stripped:
            break
        first += 1
    return Cell(_without_indent(lines), cell.number, cell.first_line)


def _without_indent(lines: list[str]) -> str:
    # A cell that was pasted with its indentation runs in a notebook, so it counts here.
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    if not indent:
        return "\n".join(lines)
    return "\n".join(line.removeprefix(indent) for line in lines)
