"""A plain table for spreadsheets and scripts: a row a student, a column a function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.exports.roster import Roster
from autograder.model import Report
from autograder.notes import texts
from autograder.results.questions import earned, questions
from autograder.showing import Cell, number, points_cell, safe


def rows(reports: Sequence[Report], roster: Roster | None = None) -> Iterator[list[Cell]]:
    """The header, what can be had, and every student, whatever became of the submission."""
    asked = questions(reports)
    fields = roster.fields if roster else ()
    yield [
        *("student", *fields, "status"),
        *(safe(question.name) for question in asked),
        *("score", "max_score", "notes"),
    ]
    for report in reports:
        person = roster.find(report.student) if roster else None
        yield [
            safe(report.student),
            *(safe(person.get(field, "") if person else "") for field in fields),
            str(report.status),
            *(points_cell(points) for points in earned(report, asked)),
            number(report.score),
            number(report.max_score),
            safe(" | ".join(texts(report.notes)), 1000),
        ]
