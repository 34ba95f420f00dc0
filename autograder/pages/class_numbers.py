"""The numbers of a class: pure functions of its reports, with no page in sight."""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from autograder.model import CheckResult, Note, Outcome, Report, Status
from autograder.results.alike import Alike
from autograder.results.attention import reasons
from autograder.showing import environment_in_words

MAX_EXAMPLES = 3  # of one misconception
BARS = 10  # of the distribution
MIN_TOGETHER = 3  # students who fail both before two checks are said to go together


@dataclass(frozen=True, slots=True)
class Row:
    """One student.

    Attributes:
        student: the name, as recorded.
        groups: points by exercise, and of the claims.
        failed: ids of the checks that did not pass.
        diagnoses: ids of the misconceptions that were named.
        reasons: why a person should look.
        notes: everything that grading noted.
    """

    student: str
    status: str
    score: float
    groups: dict[str, float]
    failed: tuple[str, ...]
    diagnoses: tuple[str, ...]
    reasons: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(slots=True)
class CheckCount:
    """How one check went in the class."""

    id: str
    exercise: str
    function: str
    points: float
    failed: int = 0
    blocked: int = 0
    broken: int = 0
    lost: float = 0.0


@dataclass(frozen=True, slots=True)
class Example:
    """One student's case of a misconception, with the hashes of the files it is in."""

    student: str
    check: CheckResult
    files: Mapping[str, str]


@dataclass(slots=True)
class MisconceptionCount:
    """How many have a misconception, where, and examples of it."""

    id: str
    students: int = 0
    functions: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Together:
    """Two checks of different functions that tend to fail in the same submissions.

    Attributes:
        first, second: ids.
        both: students who fail both.
        either: students who fail at least one.
    """

    first: str
    second: str
    both: int
    either: int

    @property
    def ids(self) -> tuple[str, str]:
        """Both of them."""
        return self.first, self.second

    @property
    def share(self) -> float:
        """Of those who fail one of them, how many fail both."""
        return self.both / self.either


@dataclass
class ClassNumbers:
    """A class, report by report, so that ten thousand of them need not be held at once."""

    rows: list[Row] = field(default_factory=list)
    checks: dict[str, CheckCount] = field(default_factory=dict)
    misconceptions: dict[str, MisconceptionCount] = field(default_factory=dict)
    assignment: str = ""
    alike: Alike = field(default_factory=Alike)
    highest: float = 0.0
    environments: dict[str, None] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Count one more report."""
        self.assignment = self.assignment or report.assignment
        self.highest = max(self.highest, report.max_score)
        if report.environment:
            self.environments[environment_in_words(report.environment)] = None
        self.alike.add(report)
        judged = report.status in (Status.GRADED, Status.UNREADABLE)
        groups: dict[str, float] = {}
        diagnoses: dict[str, None] = {}
        for check in report.checks:
            groups[check.exercise] = groups.get(check.exercise, 0.0) + check.earned
            if judged:
                self._count(report, check, diagnoses)
        for mark in report.written:
            if mark.earned is not None:
                groups[mark.question] = mark.earned
        failed = tuple(c.id for c in report.checks if c.outcome is not Outcome.PASSED)
        self.rows.append(
            Row(
                report.student,
                str(report.status),
                report.score,
                {name: round(value, 2) for name, value in groups.items()},
                failed if judged else (),
                tuple(diagnoses),
                reasons(report),
                report.notes,
            )
        )

    def _count(self, report: Report, check: CheckResult, diagnoses: dict[str, None]) -> None:
        count = self.checks.get(check.id)
        if count is None:
            count = CheckCount(check.id, check.exercise, check.function, check.points)
            self.checks[check.id] = count
        if check.outcome is Outcome.PASSED:
            return
        count.failed += check.outcome is Outcome.FAILED
        count.blocked += check.outcome is Outcome.BLOCKED
        count.broken += check.outcome is Outcome.BROKEN
        if check.outcome is not Outcome.BROKEN:  # whose points are not decided yet
            count.lost += check.points - check.earned
        if check.outcome is not Outcome.FAILED or check.diagnosis is None:
            return
        known = self.misconceptions.setdefault(check.diagnosis, MisconceptionCount(check.diagnosis))
        if check.diagnosis not in diagnoses:
            diagnoses[check.diagnosis] = None
            known.students += 1
            # One example a function first: three from the same one teach less.
            if len(known.examples) < MAX_EXAMPLES and check.function not in known.functions:
                known.examples.append(Example(report.student, check, report.files))
        known.functions[check.function] += 1

    @property
    def judged(self) -> list[Row]:
        """Those whose work was judged."""
        return [row for row in self.rows if row.status in ("graded", "unreadable")]

    def hardest(self) -> list[CheckCount]:
        """The checks that anybody failed, most failed first."""
        failed = [count for count in self.checks.values() if count.failed or count.blocked]
        return sorted(failed, key=lambda count: (-count.failed, -count.blocked, count.id))

    def frequent(self) -> list[MisconceptionCount]:
        """The misconceptions, most frequent first."""
        return sorted(self.misconceptions.values(), key=lambda count: (-count.students, count.id))

    def for_a_person(self) -> list[Row]:
        """Those that somebody should look at."""
        return [row for row in self.rows if row.reasons]


def numbers_of(reports: Iterable[Report]) -> ClassNumbers:
    """The numbers of a class."""
    numbers = ClassNumbers()
    for report in reports:
        numbers.add(report)
    return numbers


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the scores lie.

    Attributes:
        edges: of the bars, from 0 to the maximum.
        counts: students from an edge up to the next; the last bar includes the maximum.
        mean, median: of the scores; 0 without any.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    mean: float
    median: float


def distribution(rows: Iterable[Row], highest: float) -> Distribution:
    """The distribution of the scores, which are at most `highest`, of those who have one: what the
    grader could not do is no zero."""
    scores = [row.score for row in rows if row.status != Status.ERROR]
    edges = np.linspace(0.0, highest or 1.0, BARS + 1)
    counts, _ = np.histogram(scores, edges)
    return Distribution(
        tuple(float(edge) for edge in edges),
        tuple(int(count) for count in counts),
        round(statistics.fmean(scores), 2) if scores else 0.0,
        round(statistics.median(scores), 2) if scores else 0.0,
    )


def together(numbers: ClassNumbers, limit: int = 15) -> list[Together]:
    """The pairs of checks, of different functions, that most often fail in the same submissions.

    Ordered by the share of those who fail both among those who fail either (Jaccard's index); of
    two functions only the first pair, as all their checks fail together where one is missing.
    """
    ids = [count.id for count in numbers.hardest()]
    if len(ids) < 2:
        return []
    index = {id_: i for i, id_ in enumerate(ids)}
    fails = np.zeros((len(numbers.rows), len(ids)), dtype=np.float32)
    for number, row in enumerate(numbers.rows):
        fails[number, [index[id_] for id_ in row.failed if id_ in index]] = 1.0
    both = fails.T @ fails
    each = np.diag(both)
    pairs = []
    for i, first in enumerate(ids):
        for j in range(i):
            second = ids[j]
            apart = numbers.checks[first].function != numbers.checks[second].function
            if apart and both[i, j] >= MIN_TOGETHER:
                either = each[i] + each[j] - both[i, j]
                pairs.append(Together(second, first, int(both[i, j]), int(either)))
    pairs.sort(key=lambda pair: (-pair.share, -pair.both, pair.first, pair.second))
    best: dict[frozenset[str], Together] = {}
    for pair in pairs:
        best.setdefault(frozenset(numbers.checks[id_].function for id_ in pair.ids), pair)
    return list(best.values())[:limit]
