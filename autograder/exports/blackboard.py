"""Blackboard's Grade Center, as *Work Offline > Upload Grades* reads it.

Rules taken over (Blackboard Help, "Upload grades from an external file"): a header and a line a
person, separated by tabs or commas; people are found by `Username`, columns by the number at the
end of their title, `Homework 1 [Total Pts: 100 Score] |12345`. A title without a number makes a new
column, of text and worth no points; so the title is taken from a gradebook that was downloaded.
"""

from autograder.exports.people import Grades, Sheet, entries, total_titles, totals
from autograder.showing import safe

TITLES = {"last_name": "Last Name", "first_name": "First Name", "username": "Username"}


def sheet(grades: Grades) -> Sheet:
    """The totals of a class; the roster is a gradebook downloaded from Blackboard."""
    roster, lateness = grades.roster, grades.lateness
    found, made = entries(grades, needs=("username",))
    columns = total_titles(grades.title, lateness)
    titles = [(roster.column(each) if roster else None) or each for each in columns]
    made.notes.extend(
        f"Blackboard makes a new column of text of {each!r}, worth no points; give a "
        "gradebook downloaded from it as --roster, or its whole title as --title"
        for each in columns
        if roster is None or roster.column(each) is None
    )
    made.rows.append([*TITLES.values(), *map(safe, titles)])
    for entry in found:
        person = entry.person or {"username": entry.report.student}
        who = [safe(person.get(field, "")) for field in TITLES]
        made.rows.append([*who, *totals(entry.report, lateness)])
    return made
