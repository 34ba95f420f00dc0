"""A whole batch: hand-ins in, a results folder out."""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from autograder._version import __version__
from autograder.batch.worker import Settings, Task
from autograder.catalogue import Assignment
from autograder.grading.environment import versions
from autograder.handins import finding as handins
from autograder.handins.moments import Moment
from autograder.model import Report
from autograder.results.files import replace_text
from autograder.results.journal import Journal
from autograder.results.lateness import keep_moments, lateness_in
from autograder.results.scores import score_lines
from autograder.results.summary import ClassSummary
from autograder.results.written import (
    WRITTEN,
    Key,
    keys_of,
    nobodys,
    of_before,
    read_written,
    with_points,
    written_lines,
)

SCORES = "scores.csv"
Grading = Callable[[Iterable[Task]], Iterator[Report]]


@dataclass
class Progress:
    """How far a batch is.

    Attributes:
        total: how many hand-ins there are.
        held: how many had a record that still holds.
        graded: how many were graded now.
    """

    total: int
    held: int = 0
    graded: int = 0


@dataclass
class Batch:
    """One class and its journal.

    Attributes:
        summary: of all that has a record, once the batch is finished.
        moments: when everybody handed in.
        said: what is to be said of what people entered, once the batch is finished.
    """

    hand_ins: handins.Class
    assignment: Assignment
    journal: Journal
    progress: Progress = field(init=False)
    summary: ClassSummary = field(default_factory=ClassSummary)
    moments: dict[str, Moment] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    _asked: set[Key] = field(default_factory=set)
    _again: set[str] = field(default_factory=set)  # who has handed in something else since

    def __post_init__(self) -> None:
        self.progress = Progress(len(self.hand_ins.places))

    def grade(self, grading: Grading) -> Iterator[Report]:
        """Grade what has no record yet; every report is in the journal when it is yielded."""
        for report in grading(self._tasks()):
            self.journal.add(report)
            self.progress.graded += 1
            yield report

    def _tasks(self) -> Iterator[Task]:
        for place in self.hand_ins.places:
            handed_in = handins.read(place, self.assignment)
            submission = handed_in.submission
            self.moments[submission.student] = handed_in.moment
            files = {file.name: file.sha256 for file in submission.files}
            if self.journal.holds(submission.student, files, submission.notes):
                self.progress.held += 1
            else:
                known = self.journal.known.get(submission.student)
                if known is not None and known.files != files:
                    self._again.add(submission.student)
                yield Task(submission, handed_in.left_out)

    def finish(self) -> list[str]:
        """Put the results in order, and write the tables that go with them.

        Returns:
            Students with a record from before whose hand-in is not there any more.
        """
        self.journal.put_in_order()
        folder = self.journal.folder
        entered = read_written(folder)
        if self.assignment.written or entered:
            replace_text(folder / WRITTEN, written_lines(self.journal.reports(), entered))
        keep_moments(folder, self.moments)
        reports = (with_points(one, entered, folder) for one in self._summed_up())
        lines = score_lines(reports, self.assignment, lateness_in(folder))
        replace_text(folder / SCORES, lines)
        self.said = [*nobodys(entered, self._asked), *of_before(entered, self._again)]
        return sorted(set(self.journal.known) - {place.student for place in self.hand_ins.places})

    def _summed_up(self) -> Iterator[Report]:
        """The reports, each of which is counted when it is passed on: reading them once more for
        that takes longer than the table does."""
        for report in self.journal.reports():
            self.summary.add(report)
            self._asked |= keys_of(report)
            yield report


_DECIDES = {
    "assignment": "another assignment",
    "checks": "other checks",
    "grader": "another version of the grader",
    "seed": "another seed",
    "salt": "another salt",
    "call_seconds": "another time limit (--timeout)",
    "total_seconds": "another time limit (--timeout)",
    "memory_mb": "another memory limit (--memory-mb)",
    "lockdown": "another lock-down (--unsafe)",
    "python": "another Python",
    "numpy": "another NumPy",
}


def settle(journal: Journal, assignment: Assignment, settings: Settings) -> list[str]:
    """Write down what decides the results, and say in words what of it is another than before."""
    run = {
        "assignment": assignment.name,
        "checks": assignment.fingerprint(),
        "grader": __version__,
        "seed": settings.seed,
        "salt": _fingerprint(settings.salt),
        "call_seconds": settings.limits.call_seconds,
        "total_seconds": settings.limits.total_seconds,
        "memory_mb": settings.limits.memory_mb,
        "lockdown": not settings.unsafe,
        **versions(),
    }
    return list(dict.fromkeys(_DECIDES[name] for name in journal.settle(run)))


def choose_seed(given: int | None, journal: Journal) -> int:
    """The seed given, or that of the run which is to be continued, or a random one."""
    if given is not None:
        return given
    before = journal.run().get("seed")
    return before if isinstance(before, int) else secrets.randbelow(2**31)


def _fingerprint(salt: bytes) -> str:
    """Tells two salts apart and is slow to guess from, because a salt may be a short word."""
    if not salt:
        return ""
    return hashlib.scrypt(salt, salt=b"autograder", n=2**14, r=8, p=1, dklen=8).hex()
