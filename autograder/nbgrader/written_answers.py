"""Finds the answer to a written question in whatever was handed in, with the pictures in it.

A notebook's answer is in the cell of the question's name, whatever type that cell was given, and in
the cells that the student added behind it; or, when that cell is empty, gone or as it was released,
in any other text of the student's own. A script may have any tool's form. There the answer is the
text between the assignment's own words before and behind it.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from autograder.nbgrader.handed_in_cells import CODE, Piece

# Pictures that a browser shows without running anything; of each at most so much.
PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
MAX_PICTURE = 10_000_000  # characters of base64; a photograph of a page has a few million
MAX_PICTURES = 20
MOVED = "its cell was replaced; every text of the student's own is shown"
_REFERENCE = re.compile(r"attachment:(?![ ])")
# What tools put before a line of text in a script, and around a cell of it.
_LEADER = re.compile(r"^\s*(?:#+ ?)?(?:MAGIC ?)?(?:%md(?:-sandbox)?)?")
_MARKS = re.compile(
    r"^\s*(?:(?:#\s*)?%%.*|#\s*(?:<(?:mark)?down>|<codecell>|COMMAND -+|In\[.*\]:?|\+(?: .*)?)"
    r"|@app\.cell.*|def _\(.*|mo\.md\(.*|return.*|[\"')]+|```.*|:{3,}.*|\+\+\+.*|<!--.*-->)\s*$"
)


@dataclass(frozen=True)
class WrittenAnswer:
    """The answer to one question.

    Attributes:
        text: Markdown; empty when there is none.
        note: what was odd about it, or empty.
        attachments: file name -> type -> base64, of the pictures in the text.
        untouched: the question's own cell is there as it was released, and nothing else is.
    """

    text: str = ""
    note: str = ""
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    untouched: bool = False


def in_notebook(
    pieces: Sequence[Piece], name: str, released: str, ours: Iterable[str]
) -> WrittenAnswer:
    """The answer in the cells of a notebook, or of a script whose cells have names.

    Args:
        released: the text of its cell as it was handed out.
        ours: the texts of the assignment's own cells.
    """
    known = {_plain(text) for text in (*ours, released)} - {""}
    own = [i for i, p in enumerate(pieces) if _is_text(p, name) and _plain(p.text) not in known]
    named = [i for i, p in enumerate(pieces) if p.name == name]
    answered = [i for i in named if i in own and pieces[i].text.strip()]
    if answered:
        more = _following(pieces, answered[-1], own)
        cells = [pieces[i] for i in dict.fromkeys([*answered, *more])]
        return _joined(cells, f"handed in in {len(cells)} cells" if len(cells) > 1 else "")
    others = [pieces[i] for i in own if pieces[i].text.strip() and not pieces[i].name]
    if others:
        return _joined(others, MOVED)
    as_released = any(_plain(pieces[i].text) == _plain(released) for i in named)
    return WrittenAnswer(untouched=as_released)


def _is_text(piece: Piece, name: str) -> bool:
    return piece.kind in ("markdown", "raw") or piece.name == name


def _following(pieces: Sequence[Piece], last: int, own: Sequence[int]) -> list[int]:
    """The student's own cells right behind a cell."""
    found = []
    for index in range(last + 1, len(pieces)):
        if index not in own or pieces[index].name:
            break
        found.append(index)
    return found


def in_script(text: str, released: str, ours: Sequence[str]) -> WrittenAnswer:
    """The answer in a script of any form, by the assignment's own lines around it.

    Args:
        released: the text of the answer's cell as it was handed out.
        ours: the texts of the assignment's cells in their order, the answer's among them.
    """
    place = next((i for i, cell in enumerate(ours) if _plain(cell) == _plain(released)), None)
    before = [line for cell in ours[:place] for line in _lines(cell)] if place else []
    behind = {line for cell in ours[(place or 0) + 1 :] for line in _lines(cell)}
    known = {*before, *behind, *_lines(released)}
    lines = text.split("\n")
    start = next(
        (i + 1 for i in range(len(lines) - 1, -1, -1) if before and _bare(lines[i]) == before[-1]),
        None,
    )
    if start is None:
        return WrittenAnswer()
    own, code = [], False
    for line in lines[start:]:
        if _bare(line) in behind:
            break
        mark = _MARKS.match(line) is not None
        code = (code and not mark) or CODE.match(line) is not None  # to the end of its cell
        hidden = code or mark or _bare(line) in known
        own.append("" if hidden else _LEADER.sub("", line))
    found = "\n".join(own).strip().strip("\"'").strip()
    untouched = any(_bare(line) == _plain(released) for line in lines[start:])
    return WrittenAnswer(found, untouched=untouched and not found)


def _lines(text: str) -> list[str]:
    return [bare for line in text.split("\n") if (bare := _bare(line))]


def _bare(line: str) -> str:
    """A line without what tools put before it."""
    return _LEADER.sub("", line).strip()


def _plain(text: str) -> str:
    """A text by its words, so that blanks and line ends do not make it another one."""
    return " ".join(text.split())


# --- pictures -------------------------------------------------------------------------------------


def _joined(cells: Sequence[Piece], note: str) -> WrittenAnswer:
    """Several cells as one, their pictures under names of which there is one each."""
    texts, pictures = [], dict[str, Mapping[str, str]]()
    for cell in cells:
        text = cell.text
        for old, kinds in cell.attachments.items():
            kind = next((kind for kind in PICTURES if _is_picture(kinds.get(kind))), None)
            if kind is None or len(pictures) >= MAX_PICTURES:
                continue
            new = f"picture-{len(pictures) + 1}.{PICTURES[kind]}"
            pictures[new] = {kind: "".join(str(kinds[kind]).split())}
            # JSON can hold halves of characters, of which no link can be made.
            for spelled in sorted({old, quote(old, errors="replace")}, key=len, reverse=True):
                text = text.replace(f"attachment:{spelled}", f"attachment: {new}")
        # nbconvert raises for a picture that is not there.
        text = _REFERENCE.sub("(a picture that was not handed in) ", text)
        texts.append(text.replace("attachment: picture-", "attachment:picture-"))
    return WrittenAnswer("\n\n".join(texts), note, pictures)


def _is_picture(data: object) -> bool:
    if not isinstance(data, str) or not 0 < len(data) <= MAX_PICTURE:
        return False
    try:
        base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
