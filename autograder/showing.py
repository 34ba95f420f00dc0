"""How text that is not ours is shown, so that it can do no harm where it is read.

Names, code and messages are the student's own. A right-to-left override in a name, an escape
sequence in a message or an equals sign at the beginning of a cell would make a page, a terminal or
a table something else than it is.

| what it is | |
|---|---|
| a name or a path: another one must look different | `shown` |
| a sentence: blanks do not matter | `prose` |
| a line of code: blanks matter | `code_line` |
| text of a table's cell | `safe`, `safe_html` |
| a sentence in a page | `with_code` |
"""

import csv
import hashlib
import html
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

MAX_TEXT = 1000  # characters of a path or a sentence
MAX_CELL = 200  # characters of a name; the longest e-mail address has 254, the longest name less
Cell = str | int | float

# What a spreadsheet takes for the beginning of a formula, in its full-width forms as well
# (CWE-1236, improper neutralization of formula elements).
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_AT_START = re.compile(rf"^['\"\s]*[{_FORMULA}]")
# A program that splits at another separator, or does not know quotes, starts a new cell after one
# of these; nothing that begins a formula may follow it.
_WITHIN = re.compile(rf"(?<=[,;|\"])(?=\s*[{_FORMULA}])")
_WITHIN_HTML = re.compile(rf"(?<=[,;|\"])(?:\s*[{_FORMULA}])+")
_ONE = re.compile(f"[{_FORMULA}]")
_JOINERS = "\u200c\u200d"  # part of the spelling of Persian and Indian names


def shown(text: str, limit: int = MAX_TEXT) -> str:
    """One line of printable text that shows what cannot be printed.

    Control characters, line breaks, lone surrogates, unassigned and direction-changing characters
    appear as Python escapes, so two different names still look different. A text beyond the limit
    is cut, and ends in a hash of all of it.
    """
    if text.isprintable() and len(text) <= limit and text[:1] != " " != text[-1:]:
        return text  # nearly all
    visible = text.strip(" ") or text.replace(" ", "\\x20")
    kept = _visible(visible[: 2 * limit])
    if len(kept) <= limit and len(text) <= 2 * limit:
        return kept
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{kept[: limit - 10]}…{digest}"


def prose(text: str, limit: int = MAX_TEXT) -> str:
    """The same for sentences: any run of blanks and line breaks is one blank; cut with "…"."""
    return cut(_visible(" ".join(text[: 4 * limit].split())), limit)


def code_line(text: str, limit: int) -> str:
    """The same for a line of code, whose blanks stay; cut with "…"."""
    return cut(_visible(text[: 2 * limit].expandtabs(4)), limit)


def cut(text: str, limit: int) -> str:
    """Text of at most `limit` characters, with a sign where it is cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _visible(text: str) -> str:
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    harmless = category[0] != "C" and category not in ("Zl", "Zp")
    if harmless or character in _JOINERS:
        return character
    return character.encode("unicode_escape").decode("ascii")


def lines_shown(text: str) -> str:
    """The same line by line: line feeds stay."""
    return "\n".join(shown(line, 500) for line in text.split("\n"))


def safe(text: str, limit: int = MAX_CELL) -> str:
    """Text for a cell: printable, and nowhere the beginning of a formula.

    A text that looks like a formula gets an apostrophe before it, which spreadsheets read as
    "this is text".
    """
    clean = _WITHIN.sub("'", shown(text, limit))
    return f"'{clean}" if _AT_START.match(clean) else clean


def safe_html(text: str) -> str:
    """Lines of text as HTML in one line of a cell, after a tag that begins the cell.

    Where a character could begin a formula it is written as a reference, which nobody sees.
    """
    escaped = html.escape(text, quote=True).replace("\n", "<br />")
    return _WITHIN_HTML.sub(lambda run: _ONE.sub(_reference, run[0]), escaped)


def with_code(text: str) -> str:
    """Text as HTML, escaped, in which what stands between backticks is set as code."""
    return "".join(
        f"<code>{html.escape(piece)}</code>" if number % 2 else html.escape(piece)
        for number, piece in enumerate(re.split(r"`([^`]+)`", text))
    )


def _reference(character: re.Match[str]) -> str:
    return f"&#{ord(character[0])};"


def plain_number(value: float) -> int | float:
    """A number as people write it: whole ones without a point, four decimals at most."""
    value = round(float(value), 4)
    return int(value) if value.is_integer() else value


def listed(parts: Sequence[str], limit: int = 6) -> str:
    """The first few of a list, and how many more there are: "a, b and 6 more"."""
    if len(parts) <= limit:
        return ", ".join(parts)
    return f"{', '.join(parts[:limit])} and {len(parts) - limit} more"


def some(names: Iterable[str], limit: int = 5) -> str:
    """The first few names of people, fit to be shown."""
    return listed([shown(name, 60) for name in names], limit)


def counted(number: int, thing: str) -> str:
    """So many of a thing, in words."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def spoken(name: str) -> str:
    """The name of a check or of a misconception as a fragment of a sentence."""
    return name.replace("_", " ").replace("-", " ")


def points(value: float) -> str:
    """Points without a needless fraction."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def environment_in_words(environment: Mapping[str, str]) -> str:
    """The `environment` of a record: "Python 3.11.7, NumPy 2.4.6, lock-down: kernel"."""
    labels = {"python": "Python ", "numpy": "NumPy ", "lockdown": "lock-down: "}
    known = [
        f"{label}{shown(str(environment[name]), 40)}"
        for name, label in labels.items()
        if name in environment
    ]
    return ", ".join(known)


def points_cell(value: float | None) -> int | float | str:
    """Points as a cell; an empty one where a person has not decided yet."""
    return "" if value is None else plain_number(value)


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """CSV (RFC 4180): every text quoted, numbers bare, lines ending in CR LF.

    The cells must have been through `safe` or `number`, or be our own words.
    """
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
