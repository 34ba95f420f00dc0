"""Words of the pages: names, identifiers, points. Escaping is elsewhere."""

from __future__ import annotations

import re

from autograder.showing import shown

MAX_NAME, MAX_LINE = 80, 160  # characters that are shown


def shown_name(student: str) -> str:
    """A student's name as it is shown."""
    return shown(student, MAX_NAME) or "(no name)"


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
