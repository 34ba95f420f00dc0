"""The questions of an assignment: its functions, each with the points of all its checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.catalogue import UnknownAssignment, find_assignment
from autograder.model import Report, points_by_function


@dataclass(frozen=True, slots=True)
class Question:
    """One function, as a column."""

    exercise: str
    function: str
    points: float

    @property
    def name(self) -> str:
        """`exercise.function`."""
        return f"{self.exercise}.{self.function}"


def questions(reports: Sequence[Report]) -> list[Question]:
    """All questions that any report has, in the order of the fullest report.

    Records of submissions that could not be graded may have no checks at all.
    """
    table: dict[tuple[str, str], float] = {}
    for report in sorted(reports, key=lambda report: -len(report.checks)):
        for key, (_, points) in points_by_function(report.checks).items():
            table[key] = max(points, table.get(key, 0.0))
    return [Question(exercise, name, points) for (exercise, name), points in table.items()]


def earned(report: Report, asked: Iterable[Question]) -> list[float]:
    """What a report earned on each question; nothing where it has no checks."""
    table = points_by_function(report.checks)
    return [table.get((q.exercise, q.function), (0.0, 0.0))[0] for q in asked]


def highest(reports: Iterable[Report]) -> float:
    """What can be had in the assignment; 0.0 without a report."""
    return max((report.max_score for report in reports), default=0.0)


def claims(assignment: str) -> dict[str, str]:
    """Check id -> the sentence that students read; empty for an unknown assignment."""
    try:
        return find_assignment(assignment).claims()
    except UnknownAssignment:
        return {}
