"""`handed_in.json`: when everybody handed in, kept beside the records; and the policy's word on it.

It lies apart from the records because the same files, downloaded again, may have other times, and
are not graded anew for that.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from autograder.handins.moments import Moment
from autograder.model import Report
from autograder.results.files import refusals_in_words, replace_text
from autograder.results.policy import LATE_BY_NAME, POLICY, Policy, Standing, read_policy
from autograder.showing import some

HANDED_IN = "handed_in.json"


def keep_moments(folder: Path, moments: Mapping[str, Moment]) -> None:
    """Write down when people handed in; who was known before and is not among them, is kept.

    Raises:
        UnusableFolder: it cannot be written.
    """
    everybody = {**read_moments(folder), **moments}
    table = {student: asdict(everybody[student]) for student in sorted(everybody)}
    replace_text(folder / HANDED_IN, [json.dumps(table, indent=1) + "\n"])


def read_moments(folder: Path) -> dict[str, Moment]:
    """Student -> when; nothing where it was not written down, or not as expected."""
    try:
        table = json.loads((folder / HANDED_IN).read_bytes())
        moments = {student: Moment(**fields) for student, fields in table.items()}
        for text in (text for one in moments.values() for text in (one.when, one.files) if text):
            datetime.fromisoformat(text)  # raises what is caught
        return moments
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


@dataclass(frozen=True, slots=True)
class Lateness:
    """A policy, and when everybody of a class handed in."""

    policy: Policy
    moments: Mapping[str, Moment]

    def standing(self, report: Report) -> Standing:
        """What the policy says of a hand-in."""
        return self.policy.standing(report, self.moments.get(report.student, Moment()))

    def in_words(self, reports: Iterable[Report]) -> str:
        """What the policy comes to for a class."""
        standings = {report.student: self.standing(report) for report in reports}
        late = sum(bool(one.days_late or one.remark == LATE_BY_NAME) for one in standings.values())
        less = sum(bool(one.percent) for one in standings.values())
        unknown = [student for student, one in standings.items() if one.remark]
        words = f"{late} late, {less} with points taken off"
        if unknown:
            words += f"; of {len(unknown)} nobody knows when they handed in: {some(unknown)}"
            if not self.policy.file_times and any(self._files_of(one) for one in unknown):
                words += " (with file_times = true in the policy, their files' own times count)"
        if strangers := sorted(set(self.policy.extensions) - set(standings)):
            words += f"; extensions for nobody's hand-in: {some(strangers)}"
        return words

    def _files_of(self, student: str) -> str:
        return self.moments[student].files if student in self.moments else ""


def lateness_in(folder: Path) -> Lateness | None:
    """What the policy in a results folder comes to; None without one.

    Raises:
        UnusablePolicy: it is none.
    """
    path = folder / POLICY
    return Lateness(read_policy(path), read_moments(folder)) if path.exists() else None


def keep_policy(folder: Path, path: Path) -> None:
    """Copy a policy into a results folder, where everything that follows finds it.

    Raises:
        UnusablePolicy: it is none; nothing is copied then.
        UnusableFolder: it cannot be written.
    """
    read_policy(path)
    with refusals_in_words(folder, "read"):
        text = path.read_text(encoding="utf-8-sig")
    replace_text(folder / POLICY, [text])
