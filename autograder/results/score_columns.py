"""The questions of an assignment: its functions, each with the points of all its checks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.catalogue import UnknownAssignment, find_assignment
from autograder.model import Report, WrittenMark, points_by_function


@dataclass(frozen=True, slots=True)
class ScoreColumn:
    """One function, or one written question, as a column."""

    exercise: str
    function: str
    points: float
    written: bool = False

    @property
    def name(self) -> str:
        """`exercise.function`."""
        return f"{self.exercise}.{self.function}"


def score_columns(reports: Sequence[Report]) -> list[ScoreColumn]:
    """All questions that any report has, in the order of the fullest report.

    Records of submissions that could not be graded may have no checks at all.
    """
    table: dict[tuple[str, str], float] = {}
    for report in sorted(reports, key=lambda report: -len(report.checks)):
        for key, (_, points) in points_by_function(report.checks).items():
            table[key] = max(points, table.get(key, 0.0))
    checked = [ScoreColumn(exercise, name, points) for (exercise, name), points in table.items()]
    return checked + written_columns(reports)


def written_columns(reports: Iterable[Report]) -> list[ScoreColumn]:
    """The questions that a person grades; their points are not in the score."""
    marks = {(mark.exercise, mark.question): mark for r in reports for mark in r.written}
    return [ScoreColumn(m.exercise, m.question, m.points, written=True) for m in marks.values()]


def earned(report: Report, asked: Iterable[ScoreColumn]) -> list[float | None]:
    """What a report earned on each question: nothing where it has no checks, None where a person
    has not decided yet."""
    table = points_by_function(report.checks)
    marks = {(mark.exercise, mark.question): mark.earned for mark in report.written}
    return [
        marks.get((q.exercise, q.function))
        if q.written
        else table.get((q.exercise, q.function), (0.0, 0.0))[0]
        for q in asked
    ]


def highest(reports: Iterable[Report]) -> float:
    """What can be had in the assignment; 0.0 without a report."""
    return max((report.max_score for report in reports), default=0.0)


def mark_in_words(mark: WrittenMark) -> str:
    """The points of a written answer in words."""
    if mark.earned is None:
        return f"a person grades it, up to {mark.points:g} points"
    return f"{mark.earned:g} of {mark.points:g} points, by a person"


def claims(assignment: str) -> dict[str, str]:
    """Check id -> the sentence that students read; empty for an unknown assignment."""
    try:
        return find_assignment(assignment).claims()
    except UnknownAssignment:
        return {}
