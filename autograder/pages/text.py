"""Student's text made fit to be shown: nothing invisible, nothing endless. Escaping is elsewhere.

Names, code and output are the student's own; a right-to-left override in a name, or an escape
sequence in a comment, would make a page look otherwise than it is.
"""

from __future__ import annotations

import re
import unicodedata

MAX_NAME, MAX_LINE = 80, 160


def visible(text: str, limit: int) -> str:
    """One line without control, format and private characters, cut at `limit`."""
    shown = "".join(
        character if unicodedata.category(character)[0] not in "C" else "\N{REPLACEMENT CHARACTER}"
        for character in text[: limit + 1].replace("\t", "    ")
    )
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def shown_name(student: str) -> str:
    """A student's name as it is shown."""
    return visible(student, MAX_NAME) or "(no name)"


def in_words(identifier: str) -> str:
    """`zero_init_keeps_neurons_identical` -> "zero init keeps neurons identical"."""
    return identifier.replace("_", " ").replace("-", " ")


def split_at_code(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text, each with whether it stood between backticks."""
    pieces = re.split(r"`([^`]+)`", text)
    return [(piece, bool(number % 2)) for number, piece in enumerate(pieces) if piece]


def points(value: float) -> str:
    """Points without needless decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
