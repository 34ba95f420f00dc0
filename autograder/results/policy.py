"""What being late costs: a policy in one small file, held against when people handed in.

    deadline = 2026-11-03T23:59:00   # on the wall clock of the zone, or with an offset of its own
    zone = "Europe/Berlin"
    free_days = 2                    # days late that cost nothing; a day that has begun counts
    percent_a_day = 10               # of what was earned, for each day after those
    attempts = 3                     # that cost nothing
    percent_an_attempt = 5           # for each one after those
    file_times = false               # whether files' own times count where nothing else says when

    [extensions]                     # deadlines of some people, by the names in scores.csv
    "Ann Lee_123456" = 2026-11-10T23:59:00

What was earned stays as it is in every record; the policy has columns of its own.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from autograder.handins.moments import Moment
from autograder.model import Report
from autograder.results.files import UnusableFolder
from autograder.showing import Cell, counted, plain_number

POLICY = "policy.toml"  # where it lies in a results folder
DAY = 24 * 60 * 60.0  # seconds, also where a clock is put forward meanwhile
_NUMBERS = ("free_days", "percent_a_day", "attempts", "percent_an_attempt")
_KEYS = {"deadline", "zone", "file_times", "extensions", *_NUMBERS}


class UnusablePolicy(UnusableFolder):
    """The file is no policy; the text says what is wrong with it."""


AFTER = "after the policy"  # behind the title of a column of points
LATE_BY_NAME = "late, nobody knows how much"  # a learning system says so in the name of a file
COLUMNS = ("days_late", "attempts", "percent_off", "score_after_policy", "policy_remark")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the policy says of one hand-in.

    Attributes:
        days_late: days that have begun since the deadline; None when nobody knows.
        attempts: how often was handed in; None when nothing says so.
        percent: what is taken off what was earned.
        points: what is left of it.
        remark: what a person should know; mostly empty.
        why: what it is taken off for, in words; only what costs something.
    """

    days_late: int | None
    attempts: int | None
    percent: float
    points: float
    remark: str = ""
    why: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of `COLUMNS`."""
        days = "" if self.days_late is None else self.days_late
        attempts = "" if self.attempts is None else self.attempts
        return days, attempts, plain_number(self.percent), plain_number(self.points), self.remark

    @property
    def by_name(self) -> dict[str, Cell]:
        """The cells by the names of their columns."""
        return dict(zip(COLUMNS, self.cells, strict=True))

    def __str__(self) -> str:
        """What was taken off and why, in words; empty when nothing was."""
        if not self.percent:
            return ""
        left = "1 point" if self.points == 1 else f"{plain_number(self.points):g} points"
        return f"{left} by the policy ({self.why}: {self.percent:g} % off)"


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy, as the file says it; see the module.

    Attributes:
        deadline: with its offset.
        zone: of every wall clock that comes without one.
        free_days, percent_a_day, attempts, percent_an_attempt: as in the file; any number of
            attempts when that is 0.
        file_times: whether files' own times count.
        extensions: student -> another deadline.
    """

    deadline: datetime
    zone: tzinfo
    free_days: float = 0.0
    percent_a_day: float = 0.0
    attempts: float = 0.0
    percent_an_attempt: float = 0.0
    file_times: bool = False
    extensions: Mapping[str, datetime] = field(default_factory=dict)

    def standing(self, report: Report, moment: Moment) -> Standing:
        """What it says of a hand-in."""
        days = self._days_late(report.student, moment)
        over = max(moment.attempts - self.attempts, 0) if self.attempts else 0
        for_days = max((days or 0) - self.free_days, 0) * self.percent_a_day
        for_attempts = over * self.percent_an_attempt
        percent = min(for_days + for_attempts, 100.0)
        why = [f"{counted(days or 0, 'day')} late"] if for_days else []
        why += [f"handed in {counted(moment.attempts, 'time')}"] if for_attempts else []
        remark = ""
        if days is None and report.files:
            late = any(note.kind == "late" for note in report.notes)
            remark = LATE_BY_NAME if late else "nobody knows when"
        points = round(report.score * (1 - percent / 100), 2)
        return Standing(days, moment.attempts or None, percent, points, remark, ", ".join(why))

    def _days_late(self, student: str, moment: Moment) -> int | None:
        text = moment.when or (moment.files if self.file_times else "")
        if not text:
            return None
        when = datetime.fromisoformat(text)
        when = when if when.tzinfo else when.replace(tzinfo=self.zone)
        deadline = self.extensions.get(student, self.deadline)
        # In UTC: between moments of one zone Python leaves out that its clock was put forward.
        seconds = (when.astimezone(UTC) - deadline.astimezone(UTC)).total_seconds()
        return max(math.ceil(seconds / DAY), 0)


def read_policy(path: Path) -> Policy:
    """The policy in a file.

    Raises:
        UnusablePolicy: it is none, and why.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnusablePolicy(f"the policy {path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise UnusablePolicy(f"the policy {path} is not UTF-8 text; save it as that") from None
    except ValueError as error:
        raise UnusablePolicy(f"the policy {path} is no TOML: {error}") from error
    try:
        return _policy(table)
    except ValueError as error:
        raise UnusablePolicy(f"the policy {path}: {error}") from error


def _policy(table: Mapping[str, Any]) -> Policy:
    if unknown := sorted(set(table) - _KEYS):
        raise ValueError(f"{unknown[0]} is not known; there are {', '.join(sorted(_KEYS))}")
    zone = _zone(table.get("zone"))
    extensions = table.get("extensions", {})
    if not isinstance(extensions, dict):
        raise ValueError("extensions is a table of names and deadlines")
    file_times = table.get("file_times", False)
    if not isinstance(file_times, bool):
        raise ValueError("file_times is true or false")
    return Policy(
        _moment(table, "deadline", zone),
        zone or UTC,
        **{name: _number(table, name) for name in _NUMBERS},
        file_times=file_times,
        extensions={student: _moment(extensions, student, zone) for student in extensions},
    )


def _zone(name: Any) -> tzinfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError, TypeError):
        raise ValueError(f'{name!r} is no zone; give one such as "Europe/Berlin"') from None


def _moment(table: Mapping[str, Any], name: str, zone: tzinfo | None) -> datetime:
    found = table.get(name)
    if not isinstance(found, datetime):
        shape = "a day and a time, as in 2026-11-03T23:59:00"
        raise ValueError(f"{name} is {'missing' if found is None else f'{found!s}'}; give {shape}")
    if found.tzinfo is None and zone is None:
        raise ValueError(f'{name} has no time zone; add a line zone = "Europe/Berlin", or yours')
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _number(table: Mapping[str, Any], name: str) -> float:
    value = table.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1e6:
        raise ValueError(f"{name} is {value!r}; give a number from 0")
    if name in ("free_days", "attempts") and value != int(value):
        raise ValueError(f"{name} is {value!r}; give a whole number")
    return float(value)
