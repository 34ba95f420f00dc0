"""Words of the pages: names, and what is code. Escaping is elsewhere."""

from __future__ import annotations

import re

from autograder.showing import shown

MAX_NAME, MAX_LINE = 80, 160  # characters that are shown


def shown_name(student: str) -> str:
    """A student's name as it is shown."""
    return shown(student, MAX_NAME) or "(no name)"


def split_at_code(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text, each with whether it stood between backticks."""
    pieces = re.split(r"`([^`]+)`", text)
    return [(piece, bool(number % 2)) for number, piece in enumerate(pieces) if piece]
