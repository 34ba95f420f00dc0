"""Finds where statements begin in text that Python cannot read, so that one error is not all.

A logical line goes on while a bracket or a text of three quotes is open or a backslash stands at
its end. Python itself says only where it gave up, which may be far below the mistake.
"""

import re
from collections.abc import Iterator

# Everything that changes what the characters after it mean.
_SIGN = re.compile(r"\"\"\"|'''|[\"'#(\[{)\]}]")
_QUOTED = {quote: re.compile(rf"(?:[^\\{quote}]|\\.)*{quote}") for quote in "\"'"}
_LONG_END = {quote: re.compile(rf"(?:[^\\]|\\.)*?{quote * 3}", re.DOTALL) for quote in "\"'"}
# In brackets these words cannot stand at the start of a line, so the bracket was never closed.
_NEVER_INSIDE = re.compile(
    r"(?:async[ \t]+)?def[ \t]|class[ \t]|import[ \t]|from[ \t]+\S+[ \t]+import"
)
# What a reader takes for the beginning of something new, whatever stands above it.
FRESH_START = re.compile(
    r"(?:(?:async[ \t]+)?def[ \t]|class[ \t]|import[ \t]|from[ \t]+\S+[ \t]+import|@\w|# ?%%)"
)
# Characters without width: a line may begin with one before its indent.
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_GOES_ON = re.compile(r"(?:else|elif|except|finally)\b")


def logical_end(lines: list[str], start: int) -> int:
    """The index behind the logical line that begins at `start`."""
    depth, quote = 0, ""
    for index in range(start, len(lines)):
        line = lines[index]
        if index > start and depth and not quote and _NEVER_INSIDE.match(line):
            return index
        depth, quote, continued = _after(line, depth, quote)
        if not depth and not quote and not continued:
            return index + 1
    return len(lines)


def _after(line: str, depth: int, quote: str) -> tuple[int, str, bool]:
    """Open brackets and quotes behind a physical line, and whether a backslash ends it."""
    at = 0
    if quote:
        match = _LONG_END[quote[0]].match(line)
        if not match:
            return depth, quote, False
        at = match.end()
    while sign := _SIGN.search(line, at):
        at = sign.end()
        found = sign[0]
        if found == "#":
            return depth, "", False
        if len(found) == 3:
            match = _LONG_END[found[0]].match(line, at)
            if not match:
                return depth, found, False
            at = match.end()
        elif found in _QUOTED:
            match = _QUOTED[found].match(line, at)
            at = match.end() if match else len(line)
        elif found in "([{":
            depth += 1
        else:
            depth = max(0, depth - 1)
    return depth, "", line.endswith("\\")


def blocks(lines: list[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Top-level statements as (index, index behind): a `def` with its decorators and its body."""
    start = at = first
    decorated = False
    while at < end:
        line = lines[at]
        fresh = bool(line.lstrip(UNSEEN)[:1].strip()) and not _GOES_ON.match(line)
        comment = line.startswith("#")
        if fresh and not comment:
            if at > start and not decorated:
                yield start, at
                start = at
            decorated = line.startswith("@")
        at = at + 1 if comment else min(logical_end(lines, at), end)
    if start < end:
        yield start, end
