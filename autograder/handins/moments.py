"""When something was handed in, as far as names, lists and stamps beside the files say it.

A learning system's names give the wall clock of its server and no zone; whoever reads a moment
decides which zone that is. What the files' own times say is kept apart: copying changes them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from autograder.handins.tree import TreeEntry

STAMP = "timestamp.txt"  # which nbgrader's exchange puts beside what was handed in
MAX_STAMP = 200  # bytes
_MOMENT = re.compile(
    r"\s*(?P<day>\d{4}-\d\d-\d\d)[ T](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>\S*)\s*"
)
_DIGITS = re.compile(r"20\d{12}(?=(?:\d{3})?(?:_|$))")  # Sakai's stamp has milliseconds too
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """When, and how often.

    Attributes:
        when: in ISO 8601, without an offset where only a wall clock is known; empty when unknown.
        attempts: how often something was handed in; 0 when nothing says so.
        files: the same of the newest file that counts, by its own time.
    """

    when: str = ""
    attempts: int = 0
    files: str = ""


def iso(text: str) -> str:
    """A moment as systems write it, in ISO 8601; empty for anything else.

    Understood are a day and a time, and behind them nothing, `Z`, `UTC`, an offset or the name of
    a zone; and the same as fourteen digits.
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        return before_name(text.strip())
    zone = match["zone"]
    offset = _OFFSET.fullmatch(zone)
    try:
        if not zone:
            return datetime.fromisoformat(f"{match['day']}T{match['time']}").isoformat()
        behind = f"{offset['sign']}{offset['hours']}:{offset['minutes']}" if offset else ""
        found = datetime.fromisoformat(f"{match['day']}T{match['time']}{behind}")
        known = found if behind else found.replace(tzinfo=_zone(zone))
        return known.isoformat()
    except (ValueError, KeyError, OSError):  # no such day; no such zone, in three ways
        return ""


def before_name(name: str) -> str:
    """The moment in digits with which ILIAS begins a file's name; empty when there is none."""
    match = _DIGITS.match(name)
    digits = match[0] if match else ""
    try:
        return datetime.fromisoformat(f"{digits[:8]}T{digits[8:]}").isoformat()
    except ValueError:
        return ""


def _zone(name: str) -> tzinfo:
    if name in ("Z", "UTC"):
        return UTC
    from zoneinfo import ZoneInfo  # rarely named, and a student's run is short

    return ZoneInfo(name)


def of_file(seconds: float, *, zoned: bool) -> str:
    """A file's own time; empty when it has none.

    Args:
        seconds: since 1970, in UTC or on the wall clock of whoever packed it; 0 when unknown.
        zoned: whether it is in UTC.
    """
    if seconds <= 0:
        return ""
    try:
        found = datetime.fromtimestamp(seconds, UTC).replace(microsecond=0)
    except (ValueError, OverflowError, OSError):
        return ""
    return (found if zoned else found.replace(tzinfo=None)).isoformat()


def with_stamp(known: Moment, entries: Iterable[TreeEntry]) -> Moment:
    """The moment that is known already, or else that of a stamp among the files."""
    stamp = None if known.when else next((one for one in entries if one.name == STAMP), None)
    data = stamp.data(MAX_STAMP) if stamp else None
    if data is None:
        return known
    when = iso(data.decode("utf-8", "replace"))
    return replace(known, when=when)
