"""Canvas's gradebook CSV, as *Grades > Import* reads it.

Rules taken over (`GradebookImporter` of Canvas itself): the student columns come first, in the
order Student, ID, SIS User ID, SIS Login ID, Section; every further column is an assignment, an
existing one if its title (or `title (id)`) matches; a row whose first cell contains "Points
Possible" sets the points; a person is found by ID, else by SIS User ID, else by SIS Login ID, else
by name; columns called like Canvas's own totals are skipped.
"""

import re

from autograder.exports.people import Grades, RosterEntry, Sheet, asked_for, entries
from autograder.results.policy import AFTER
from autograder.results.reading import ExportError
from autograder.results.score_columns import earned, highest
from autograder.showing import Cell, plain_number, points_cell, safe

STUDENT_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
EXCUSED = "EX"
# Titles that Canvas takes for its own columns.
_OWN = re.compile(
    "Student|LastName|FirstName|ID|SIS User ID|SIS Login ID|Section|Integration ID|Root Account"
    r"|.*(?:(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)).*"
)
_WITH_ID = re.compile(r"(.*?)\s*\((\d+)\)")


def sheet(grades: Grades) -> Sheet:
    """The gradebook of a class.

    The title may have Canvas's number behind it: "Homework 3 (4711)".

    Raises:
        ExportError: Canvas would not take the title for an assignment.
    """
    title, roster = grades.title, grades.roster
    if not title.strip() or _OWN.fullmatch(title):
        raise ExportError(f"Canvas has a column {title!r} of its own; give another --title")
    found, made = entries(grades)
    # Canvas finds a column by the number behind its title, which its own gradebook says.
    title = (roster.column(title) if roster else None) or title
    asked, total = asked_for(grades)
    after = grades.lateness if total else None
    made.rows.append(
        [
            *(*STUDENT_COLUMNS, *(safe(f"{_stem(title)} {question.name}") for question in asked)),
            *([safe(title)] if total else []),
            *([safe(f"{_stem(title)} {AFTER}")] if after else []),
        ]
    )
    made.rows.append(
        [
            *("    Points Possible", "", "", "", ""),
            *(plain_number(question.points) for question in asked),
            *([plain_number(highest(grades.reports))] * (total + bool(after))),
        ]
    )
    for entry in found:
        points = [points_cell(value) for value in earned(entry.report, asked)]
        score = [_score(entry, title)] if total else []
        if after:
            score.append(plain_number(after.standing(entry.report).points))
        made.rows.append([*_identity(entry), *points, *score])
    return made


def _score(entry: RosterEntry, title: str) -> Cell:
    """The total; whoever is excused stays so, whatever he has handed in."""
    excused = entry.person is not None and entry.person.get(f"={title}", "").upper() == EXCUSED
    return EXCUSED if excused else plain_number(entry.report.score)


def _identity(entry: RosterEntry) -> list[Cell]:
    person, folder = entry.person, entry.report.student
    if person is None:
        return [_name(folder), "", "", safe(folder), ""]
    ids = [safe(person.get(field, "")) for field in ("id", "sis_user_id", "sis_login_id")]
    return [_name(person.get("name") or folder), *ids, safe(person.get("section", ""))]


def _name(name: str) -> str:
    # A person called "Points Possible" would set the points of the whole class.
    return safe(name).replace("Points Possible", "Points_Possible")


def _stem(title: str) -> str:
    match = _WITH_ID.fullmatch(title)
    return match[1] if match else title
