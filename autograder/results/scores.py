"""`scores.csv`: a row a student, a column a function."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from autograder.catalogue import Assignment
from autograder.model import Report, points_by_function
from autograder.results.lateness import Lateness
from autograder.results.policy import COLUMNS
from autograder.showing import safe


def score_lines(
    reports: Iterable[Report], assignment: Assignment, lateness: Lateness | None = None
) -> Iterator[str]:
    """The lines of the table, each with its end; a policy has columns of its own at the end."""
    functions = list(dict.fromkeys((check.exercise, check.function) for check in assignment.checks))
    headings = [f"{exercise}.{function}" for exercise, function in functions]
    by_hand = [f"{mark.exercise}.{mark.question}" for mark in assignment.written]
    policy = COLUMNS if lateness else ()
    yield _line(["student", "status", "score", "max_score", *headings, *by_hand, *policy])
    for report in reports:
        points = points_by_function(report.checks)
        earned = [_number(points.get(key, (0.0, 0.0))[0]) for key in functions]
        name = safe(report.student)
        written = {m.question: _number(m.earned) for m in report.written if m.earned is not None}
        yield _line(
            [
                *(name, str(report.status), _number(report.score), _number(report.max_score)),
                *earned,
                *(written.get(mark.question, "") for mark in assignment.written),
                *(map(str, lateness.standing(report).cells) if lateness else ()),
            ]
        )


def _number(value: float) -> str:
    return f"{round(value, 2):g}"


def _line(cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
