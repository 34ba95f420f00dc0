"""A plain table for spreadsheets and scripts: a row a student, a column a function."""

from collections.abc import Iterator

from autograder.exports.people import Grades
from autograder.notes import texts
from autograder.results.policy import COLUMNS
from autograder.results.score_columns import earned, score_columns
from autograder.showing import Cell, plain_number, points_cell, safe


def rows(grades: Grades) -> Iterator[list[Cell]]:
    """The header and every student, whatever became of the submission; with what a policy says."""
    reports, roster, lateness = grades.reports, grades.roster, grades.lateness
    asked = score_columns(reports)
    fields = roster.fields if roster else ()
    folders = roster.folders_of(report.student for report in reports) if roster else {}
    yield [
        *("student", *fields, "status"),
        *(safe(question.name) for question in asked),
        *("score", "max_score", *(COLUMNS if lateness else ()), "notes"),
    ]
    for report in reports:
        folder = folders.get(report.student)
        person = roster.people[folder] if roster and folder is not None else None
        yield [
            safe(report.student),
            *(safe(person.get(field, "") if person else "") for field in fields),
            str(report.status),
            *(points_cell(points) for points in earned(report, asked)),
            plain_number(report.score),
            plain_number(report.max_score),
            *(lateness.standing(report).cells if lateness else ()),
            safe(" | ".join(texts(report.notes)), 1000),
        ]
