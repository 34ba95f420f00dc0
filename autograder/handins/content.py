"""What a file seems to hold, by searching its text: nothing of a student's is run or compiled here.

It decides only which files are worth reading in the student process, and what people are told.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

MAX_LOOKED_INTO = 2 * 1024 * 1024  # bytes of a file whose statements are looked at one by one
_BOMS = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# The beginning of a line: of a script, or of a string of a notebook's JSON.
_LINE = r"(?:^|\"|\\n)(?:[ \t]|\\t)*"
_HEAD_AND_STUB = re.compile(
    r"\s*(?:async\s+)?def\b[^\0]*?(?:\)|->[^\n:]*):[ \t]*\n\s*raise\s+NotImplementedError\b"
)
_NOTEBOOK = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*\{.{0,4000}?\"(?:cells|worksheets|nbformat)\"", re.S
)


@dataclass(frozen=True, slots=True)
class Holds:
    """What a file holds of some functions.

    Attributes:
        defined: names that are bound somewhere, by `def` or by an assignment.
        mentioned: names that stand anywhere.
    """

    defined: frozenset[str]
    mentioned: frozenset[str]


def is_notebook(data: bytes) -> bool:
    """Whether the bytes begin as a notebook's do, whatever the file is called."""
    return _NOTEBOOK.match(data[:8192]) is not None or (data[:1] == b"{" and b'"cells"' in data)


def text_of(data: bytes) -> str:
    """The text as far as names in it can be found; a notebook's JSON as it stands."""
    encoding = _BOMS.get(data[:2], "utf-8")
    return data.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")


def holds(data: bytes, functions: Iterable[str]) -> Holds:
    """Which of these names a file defines, and which it mentions."""
    utf16 = data[:2] in _BOMS
    possible = [name for name in functions if utf16 or name.encode() in data]
    if not possible:
        return Holds(frozenset(), frozenset())
    text = text_of(data)
    mentioned = [name for name in possible if _mention(name).search(text)]
    defined = [name for name in mentioned if _definition(name).search(text)]
    return Holds(frozenset(defined), frozenset(mentioned))


@cache
def _mention(name: str) -> re.Pattern[str]:
    # In JSON a line feed before a name is written \n.
    return re.compile(rf"(?:(?<!\w)|(?<=\\n)|(?<=\\t)){re.escape(name)}(?!\w)")


@cache
def _definition(name: str) -> re.Pattern[str]:
    word = re.escape(name)
    return re.compile(
        rf"{_LINE}(?:(?:async[ ]+)?def[ \t]+{word}[ \t]*[(\[]|{word}[ \t]*(?::[^=\n]*)?=(?!=))",
        re.MULTILINE,
    )


def defines(data: bytes, name: str) -> bool:
    """Whether `def name` stands anywhere in a file, in a comment too."""
    return re.search(rf"\bdef\s+{re.escape(name)}\b", text_of(data)) is not None


def written(data: bytes, functions: Collection[str]) -> frozenset[str]:
    """Which of these functions a file defines as more than the stub that was handed out.

    A stub is a `def` whose body, its docstring and comments apart, is one statement that raises
    NotImplementedError; a value is one when all that it holds is None.
    """
    defined = holds(data, functions).defined
    if not defined or len(data) > MAX_LOOKED_INTO:
        return defined
    found: set[str] = set()
    for text in sources(data):
        for name in defined - found:
            if any(not _is_stub(block) for block in _blocks(text, name)):
                found.add(name)
    return frozenset(found)


def sources(data: bytes) -> Iterator[str]:
    """The text of a script, or of each cell of a notebook."""
    if not is_notebook(data):
        yield text_of(data)
        return
    try:
        book = json.loads(text_of(data).lstrip("\ufeff"))
    except (ValueError, RecursionError):
        yield text_of(data).replace("\\n", "\n")
        return
    for cell in _cells(book):
        source = cell.get("source", cell.get("input", "")) if isinstance(cell, dict) else ""
        if isinstance(source, list):
            source = "".join(line for line in source if isinstance(line, str))
        if isinstance(source, str):
            yield source


def _cells(book: Any) -> Iterator[Any]:
    if isinstance(book, dict):
        sheets = book.get("worksheets")
        for holder in [book, *(sheets if isinstance(sheets, list) else [])]:
            cells = holder.get("cells") if isinstance(holder, dict) else None
            yield from cells if isinstance(cells, list) else []


def _blocks(text: str, name: str) -> Iterator[list[str]]:
    """The lines of each definition of a name, its first one included."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not _definition(name).match(line):
            continue
        indent = len(line) - len(line.lstrip())
        block = [line]
        for after in lines[at + 1 :]:
            within = after.lstrip()[:1] in ("", ")", "]", "}", "#")
            if not within and len(after) - len(after.lstrip()) <= indent:
                break
            block.append(after)
        yield block


def _is_stub(block: list[str]) -> bool:
    code = _without_comments("\n".join(block))
    if not re.match(r"\s*(?:async\s+)?def\b", code):
        values = re.findall(r"[:=\[,(]\s*([\w.+-]+)", code.partition("=")[2])
        return bool(values) and set(values) == {"None"}
    return _HEAD_AND_STUB.match(code) is not None


def _without_comments(code: str) -> str:
    code = re.sub(r"[rRuU]?(\"\"\".*?\"\"\"|'''.*?''')", "", code, flags=re.DOTALL)
    return re.sub(r"^\s*#.*$", "", code, flags=re.MULTILINE)
