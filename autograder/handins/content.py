"""What a file seems to hold, by searching its text: nothing of a student's is run or compiled here.

It decides only which files are worth reading in the student process, and what people are told.
"""

import codecs
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from autograder.student.guest.cells import UnreadableFile
from autograder.student.guest.forms.notebook import looks_like_one, raw_cells, source_of

MAX_LOOKED_INTO = 2 * 1024 * 1024  # bytes of a file whose statements are looked at one by one
BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Between the beginning of a line (of a script, or of a string in a notebook or a call) and a name
# that it defines: a prompt, blanks, or `def`; and the mark of tools that comment code out.
_LINE = (
    r"(?:^|[\n\"']|\\n)(?:>>> |In \[\d*\]: %s)?(?:[ \t]|\\t)*"
    r"(?P<def>(?:async[ ]+)?def[ \t]+)?$"
)
_BEFORE, _BEFORE_COMMENTED = (re.compile(_LINE % mark) for mark in ("", "|# MAGIC |# "))
_COMMENTED = (b"# MAGIC ", b"# Commented out IPython magic", b"# magic command not supported")
_DEF = re.compile(r"\bdef\s+$")
_AFTER_DEF = re.compile(r"[ \t]*[(\[]")
_AFTER_VALUE = re.compile(r"[ \t]*(?::[^=\n]{0,200})?=(?!=)")
# Stubs that have been looked into: a class hands in the same files that it was given.
_UNTOUCHED: set[tuple[bytes, frozenset[str]]] = set()
_MAX_UNTOUCHED = 64
_NEAR = 80  # characters before a name in which the beginning of its line is looked for
# No pattern here may look at the same text again from each of its places: whoever hands in two
# megabytes of arrows or of blank lines would keep the class waiting for hours.
_HEAD_AND_STUB = re.compile(
    r"\s*(?:async\s+)?def\b[^\0]*?(?:\)|->(?:[^\n:-]|-(?!>))*):[ \t]*\n"
    r"\s*raise\s+NotImplementedError\b"
)
# Of one name in one file; a file in which a name is defined more often is no stub, and where it is
# called more often, or set, that comes behind its definition.
_MAX_DEFINITIONS, _MAX_BOUND = 20, 1_000
_MAX_BLOCK = 20_000  # characters; no stub has more
# Of one name in one file, as part of longer words too; 0.4 µs each.
_MAX_FOUND = 20_000
# Strings, lists and so on in a large notebook that is read: they take up to 40 times as much memory
# as their bytes. One of 20 MB with pictures has some 10,000, with printed text 300,000.
MAX_PARTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Holds:
    """What a file holds of some functions.

    Attributes:
        defined: names that are bound somewhere, by `def` or by an assignment.
        mentioned: names that stand anywhere.
        values: those of the defined names that no `def` binds.
    """

    defined: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()


def text_of(data: bytes) -> str:
    """The text as far as names in it can be found; a notebook's JSON as it stands."""
    encoding = "utf-16" if data[:2] in BOMS else "utf-8"
    return data.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")


def _searched(data: bytes) -> str:
    """The text of a file in which names are looked for.

    A script is not read beyond some length, which is less; of a notebook the rest may be pictures.
    """
    return text_of(data if looks_like_one(data) else data[:MAX_LOOKED_INTO])


def holds(data: bytes, functions: Iterable[str]) -> Holds:
    """Which of these names a file defines, and which it mentions."""
    search = _holds if len(data) <= MAX_LOOKED_INTO else _holds.__wrapped__
    return search(data, tuple(functions))


@lru_cache(maxsize=4)  # of one file one asks several times in a row
def _holds(data: bytes, functions: tuple[str, ...]) -> Holds:
    utf16 = data[:2] in BOMS
    possible = [name for name in functions if utf16 or name.encode() in data]
    if not possible:
        return Holds()
    text = _searched(data)
    before = _BEFORE_COMMENTED if any(mark in data for mark in _COMMENTED) else _BEFORE
    mentioned, defined, values = set(), set(), set()
    for name in possible:
        if next(_places(text, name), None) is not None:
            mentioned.add(name)
        for at in islice(_bindable(text, name), _MAX_BOUND):
            kind = _definition(text, at, name, before)
            if kind:
                defined.add(name)
                values.add(name)
            if kind == "def":
                values.discard(name)
                break
    return Holds(frozenset(defined), frozenset(mentioned), frozenset(values))


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands as a word of its own. Searching for it is a hundred times faster than a
    pattern that says the same."""
    at = text.find(name)
    for _ in range(_MAX_FOUND):
        if at < 0:
            return
        end = at + len(name)
        # In JSON a line feed before a name is written \\n.
        starts = not _is_word(text[at - 1 : at]) or text[max(at - 2, 0) : at] in ("\\n", "\\t")
        if starts and not _is_word(text[end : end + 1]):
            yield at
        at = text.find(name, end)


def _bindable(text: str, name: str) -> Iterator[int]:
    """Those of its places where what follows is as behind a name that is defined, called or set.

    A log of training has hundreds of others, before anything is defined.
    """
    for at in _places(text, name):
        end = at + len(name)
        if _AFTER_DEF.match(text, end) or _AFTER_VALUE.match(text, end):
            yield at


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _definition(text: str, at: int, name: str, before: re.Pattern[str] = _BEFORE) -> str:
    """What binds the name that stands there: "def", "value" or, if nothing does, ""."""
    end = at + len(name)
    called, given = _AFTER_DEF.match(text, end), _AFTER_VALUE.match(text, end)
    line = before.search(text[max(at - _NEAR, 0) : at]) if called or given else None
    if line is None:
        return ""
    kind, fits = ("def", called) if line["def"] else ("value", given)
    return kind if fits else ""


def defines(data: bytes, names: Iterable[str]) -> bool:
    """Whether `def` and one of the names stand anywhere in a file, in a comment too."""
    text = _searched(data)
    return any(
        _DEF.search(text[max(at - _NEAR, 0) : at]) is not None
        for name in names
        for at in islice(_bindable(text, name), _MAX_BOUND)
    )


def written(data: bytes, functions: Collection[str]) -> frozenset[str]:
    """Which of these functions a file defines as more than the stub that was handed out.

    A stub is a `def` whose body, its docstring and comments apart, is one statement that raises
    NotImplementedError; a value is one when all that it holds is None.
    """
    search = _written if len(data) <= MAX_LOOKED_INTO else _written.__wrapped__
    return search(data, tuple(functions))


@lru_cache(maxsize=4)
def _written(data: bytes, functions: tuple[str, ...]) -> frozenset[str]:
    here = holds(data, functions)
    doubtful = here.defined
    if b"raise NotImplementedError" not in data and data[:2] not in BOMS:
        doubtful = here.values if b"None" in data else frozenset()
    if not doubtful or len(data) > MAX_LOOKED_INTO:
        return here.defined
    known = hashlib.sha256(data).digest(), doubtful
    if known in _UNTOUCHED:
        return here.defined - doubtful
    text = "\n".join(sources(data))
    blocks = {name: list(islice(_blocks(text, name), _MAX_DEFINITIONS)) for name in doubtful}
    stubs = frozenset(
        name
        for name, found in blocks.items()
        if 0 < len(found) < _MAX_DEFINITIONS and all(map(_is_stub, found))
    )
    if stubs == doubtful and len(_UNTOUCHED) < _MAX_UNTOUCHED:
        _UNTOUCHED.add(known)
    return here.defined - stubs


def is_more_than_read(data: bytes) -> bool:
    """Whether a script is longer than is read for `sources`, or a notebook of too many parts."""
    if len(data) <= MAX_LOOKED_INTO:
        return False
    return not looks_like_one(data) or sum(map(data.count, b'"{[,')) > 2 * MAX_PARTS


def sources(data: bytes) -> Iterator[str]:
    """The text of a script, or of each cell of a notebook; none where there `is_more_than_read`."""
    if not looks_like_one(data):
        yield text_of(data[:MAX_LOOKED_INTO])
        return
    if is_more_than_read(data):
        return
    try:
        cells = raw_cells(data)
    except UnreadableFile:
        yield text_of(data).replace("\\n", "\n")
        return
    for cell in cells:
        if isinstance(cell, dict) and (source := source_of(cell)):
            yield source


def _blocks(text: str, name: str) -> Iterator[str]:
    """Each definition of a name, from its first line to the end of what is indented below it."""
    for at in _places(text, name):
        if not _definition(text, at, name):
            continue
        start = text.rfind("\n", 0, at) + 1
        first = text[start : text.find("\n", at) + 1 or len(text)]
        indent = len(first) - len(first.lstrip())
        end = start + len(first)
        for line in text[end : start + _MAX_BLOCK].splitlines(keepends=True):
            within = line.lstrip()[:1] in ("", ")", "]", "}", "#")
            if not within and len(line) - len(line.lstrip()) <= indent:
                break
            end += len(line)
        yield text[start : min(end, start + _MAX_BLOCK)]


def _is_stub(block: str) -> bool:
    code = _without_comments(block)
    if not re.match(r"\s*(?:async\s+)?def\b", code):
        values = re.findall(r"[:=\[,(]\s*([\w.+-]+)", code.partition("=")[2])
        return bool(values) and set(values) == {"None"}
    return _HEAD_AND_STUB.match(code) is not None


def _without_comments(code: str) -> str:
    code = re.sub(r"[rRuU]?(\"\"\".*?\"\"\"|'''.*?''')", "", code, flags=re.DOTALL)
    return re.sub(r"^[^\S\n]*#.*$", "", code, flags=re.MULTILINE)
