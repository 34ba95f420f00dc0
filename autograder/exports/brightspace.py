"""Brightspace's grades, as *Grades > Enter Grades > Import* reads them.

Rules taken over (D2L's help, "Importing grades", and its Grades_Sample_Import_File.csv): people are
found by `OrgDefinedId` or `Username`; a numeric grade item's column is titled with the item's name
and "Points Grade"; the last column is `End-of-Line Indicator` and holds `#`. A grade above the
item's maximum is capped.
"""

from autograder.exports.people import Grades, Sheet, entries, total_titles, totals
from autograder.showing import safe

IDENTITIES = {"idnumber": "OrgDefinedId", "username": "Username"}
GRADE, END = "Points Grade", "End-of-Line Indicator"


def sheet(grades: Grades) -> Sheet:
    """The totals of a class; the roster is an export of grades, with either or both keys."""
    roster, lateness = grades.roster, grades.lateness
    found, made = entries(grades, needs=tuple(IDENTITIES))
    known = ["username"] if roster is None else [f for f in IDENTITIES if f in roster.fields]
    items = total_titles(grades.title, lateness)
    titles = [(roster.column(item) if roster else None) or f"{item} {GRADE}" for item in items]
    if roster and lateness and not roster.column(items[1]):
        made.notes.append(
            f"Brightspace knows no item {items[1]!r}: let the import make one, or skip it"
        )
    made.rows.append([*(IDENTITIES[f] for f in known), *map(safe, titles), END])
    for entry in found:
        person = entry.person or {"username": entry.report.student}
        who = [safe(person.get(field, "")) for field in known]
        made.rows.append([*who, *totals(entry.report, lateness), "#"])
    return made
