"""Says of a syntax error which Python read the text, and which one would read it."""

import re
import sys

# Syntax that came after Python 3.11, the oldest one that grades, by the release that brought it
# ("What's New in Python"): where it stands in a text, or how an older Python words its refusal.
_NEWS = [
    ((3, 12), re.compile(r"^[ \t]*type[ \t]+\w+[^=\n]*=", re.MULTILINE), "the `type` statement"),
    (
        (3, 12),
        re.compile(r"^[ \t]*(?:(?:async[ \t]+)?def|class)[ \t]+\w+\[", re.MULTILINE),
        "type parameters",
    ),
    (
        (3, 14),
        re.compile(r"^[ \t]*except\*?[ \t]+[\w.]+[ \t]*,", re.MULTILINE),
        "`except` of several kinds without brackets",
    ),
    ((3, 14), re.compile(r"(?<!\w)(?:[tT][rR]?|[rR][tT])[\"']"), "template strings"),
    ((3, 15), re.compile(r"^[ \t]*lazy[ \t]+(?:import|from)[ \t]", re.MULTILINE), "`lazy import`"),
    ((3, 15), re.compile(r"[\[{(][ \t]*\*\*?[\w.]+[^\]\n]*\bfor\b"), "unpacking in comprehensions"),
]
_NESTED_QUOTES = (3, 12)  # since then an f-string may hold its own quotes, comments and newlines
_F_STRING = re.compile(r"(?<!\w)(?:[fF][rR]?|[rR][fF])[\"']")
_DETECTED = re.compile(r" \(detected at line \d+\)")
HERE = sys.version_info[:2]


def in_words(version: tuple[int, ...]) -> str:
    """`(3, 12)` as `Python 3.12`."""
    return "Python " + ".".join(map(str, version))


def newer_syntax(text: str, message: str) -> str:
    """What an unreadable text may owe to a newer Python, in one clause; empty if nothing is known.

    Args:
        text: the statement.
        message: what this Python says of it.
    """
    for version, pattern, what in _NEWS:
        if version > HERE and pattern.search(text):
            return f"{what} can be read by {in_words(version)} and later"
    f_string = "f-string" in message or ("string literal" in message and _F_STRING.search(text))
    if HERE < _NESTED_QUOTES and f_string:
        return f"if it is its quotes, {in_words(_NESTED_QUOTES)} and later can read this f-string"
    return ""


def syntax_note(text: str, column: int, message: str) -> str:
    """The sentence on a syntax error; see `newer_syntax`."""
    newer = newer_syntax(text, message)
    message = _DETECTED.sub("", message)  # counted from the beginning of the statement
    return f"syntax error at column {column}: {message} ({in_words(HERE)} read it" + (
        f"; {newer})" if newer else ")"
    )
