"""What a student's file holds, cell by cell, as text: nothing of it is parsed as Python or run.

This decides what people see in the graded notebook. What is graded is the whole file, so a cell
that is not found here still counts.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.handins.content import is_more_than_read
from autograder.student.guest.cells import MAX_CELLS, UnreadableFile
from autograder.student.guest.forms.notebook import looks_like_one, raw_cells, source_of
from autograder.student.guest.reading import script_text

KINDS = ("code", "markdown", "raw")
MAX_TEXT = 200_000  # characters of one cell that are shown
_PERCENT = re.compile(r"^# ?%%(.*)$", re.MULTILINE)
_ANSWER = re.compile(r"\banswer=(\w+)")
# Where code begins below text: who adds to the end of a script seldom starts a cell for it. That
# marimo wraps its cells, also those of text, in `def _` is no code of a student's.
CODE = re.compile(
    r"^(?:(?:async )?def (?!_\()\w+\(|class \w+[(:]|@(?!app\.)\w|import \w|from [\w.]+ import )",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell as handed in.

    Attributes:
        kind: "code", "markdown" or "raw".
        text: its source.
        name: the grade_id that it claims, or empty.
        attachments: file name -> type -> data, of what was pasted into it; nothing is checked.
    """

    kind: str
    text: str
    name: str = ""
    attachments: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def defines(self, name: str) -> bool:
        """Whether its text seems to define a function or variable of that name."""
        if self.kind != "code" or name not in self.text:
            return False
        pattern = rf"^[ \t]*(?:(?:async[ \t]+)?def[ \t]+{name}\b|{name}[ \t]*[:=][^=])"
        return re.search(pattern, self.text, re.MULTILINE) is not None


def pieces(name: str, data: bytes) -> list[Piece]:
    """The cells of a notebook, or the `# %%` cells of a script; none if it cannot be read."""
    if name.lower().endswith(".ipynb") or looks_like_one(data):
        return _notebook(data)
    try:
        return list(_script(script_text(data)))
    except UnreadableFile:
        return []


def _notebook(data: bytes) -> list[Piece]:
    try:
        found = [] if is_more_than_read(data) else raw_cells(data)
    except UnreadableFile:
        return []
    return [piece for raw in found[:MAX_CELLS] if (piece := _piece(raw))]


def _piece(raw: Any) -> Piece | None:
    if not isinstance(raw, dict) or raw.get("cell_type") not in KINDS:
        return None
    text = source_of(raw)
    if text is None:
        return None
    metadata = raw.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = about.get("grade_id") if isinstance(about, dict) else None
    pasted = raw.get("attachments")
    pasted = pasted if isinstance(pasted, dict) else {}
    attachments = {name: kinds for name, kinds in pasted.items() if isinstance(kinds, dict)}
    known = name if isinstance(name, str) else ""
    return Piece(raw["cell_type"], clean(text), known, attachments)


def _script(text: str) -> Iterable[Piece]:
    headers = list(_PERCENT.finditer(text))
    starts = [0, *(match.end() for match in headers)]
    ends = [*(match.start() for match in headers), len(text)]
    labels = ["", *(match[1] for match in headers)]
    for start, end, label in zip(starts, ends, labels, strict=True):
        body = clean(text[start:end]).strip("\n")
        if not body.strip():
            continue
        _, markdown, options = label.partition("[markdown]")
        if markdown:
            answer = _ANSWER.search(options)
            code = CODE.search(body)
            words = body[: code.start()].rstrip("\n") if code else body
            yield Piece("markdown", _uncommented(words), answer[1] if answer else "")
            if code:
                yield Piece("code", body[code.start() :])
        else:
            yield Piece("code", body)


def _uncommented(text: str) -> str:
    return "\n".join(re.sub(r"^# ?", "", line) for line in text.split("\n"))


def clean(text: str) -> str:
    """The text without what no file of text can hold, cut to what can be shown."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}\n# … cut here"


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """What answers one cell of the assignment.

    Attributes:
        text: of the cells that answer it, or empty.
        note: what was odd about them, or empty.
    """

    text: str
    note: str = ""


class AssignedCells:
    """The cells of one exercise as handed in, given out to the cells of the assignment."""

    def __init__(self, found: list[Piece], ours: Iterable[str], *, script: bool = False) -> None:
        """Take stock.

        Args:
            found: the cells, in their order.
            ours: the texts of the assignment's own cells, which answer nothing.
            script: they come from a script.
        """
        self.pieces = found
        self._ours = {text.strip() for text in ours}
        self._used: dict[int, str] = {}
        # A script has no names of cells, so that nothing is odd about one without.
        self._named = not script

    def function(self, name: str) -> CellAnswer:
        """The code for one function: whichever cells define it or carry its name."""
        chosen = [
            index
            for index, piece in enumerate(self.pieces)
            if piece.kind == "code" and (piece.defines(name) or piece.name == name)
        ]
        fresh = [index for index in chosen if index not in self._used]
        if not chosen:
            return CellAnswer("", self._absent())
        for index in fresh:
            self._used[index] = name
        if not fresh:
            return CellAnswer(
                "", f"it was handed in together with {self._used[chosen[0]]}, shown there"
            )
        text = clean("\n\n".join(self.pieces[index].text for index in fresh))
        notes = []
        if len(fresh) > 1:
            notes.append(f"handed in in {len(fresh)} cells; they are graded in their order")
        if self._named and not any(self.pieces[index].name == name for index in fresh):
            notes.append("found by what it defines; the cell itself was replaced")
        return CellAnswer(text, "; ".join(notes))

    def answered(self, name: str) -> None:
        """Leave the cells of a written answer out of the rest."""
        self._used |= {i: name for i, piece in enumerate(self.pieces) if piece.name == name}

    def _absent(self) -> str:
        return "its cell is not in what was handed in" if self.pieces else ""

    def rest(self) -> list[Piece]:
        """Code cells that are neither the assignment's own nor shown with a function."""
        return [
            piece
            for index, piece in enumerate(self.pieces)
            if piece.kind == "code"
            and index not in self._used
            and piece.text.strip()
            and piece.text.strip() not in self._ours
        ]
