"""Whose grade goes to a learning platform: one row for one person, and a note on everybody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from autograder.exports.gradescope import Visibility
from autograder.exports.matching import alike
from autograder.exports.roster import Person, Roster
from autograder.model import Report, Status
from autograder.results.lateness import Lateness
from autograder.results.policy import AFTER
from autograder.results.score_columns import ScoreColumn, score_columns, written_columns
from autograder.showing import Cell, plain_number, shown, some


@dataclass(frozen=True, slots=True)
class Grades:
    """What is to go to a platform.

    Attributes:
        reports: of everybody.
        title: what the assignment, or its grade item, is called there.
        columns: which columns of points, for a platform that has several: "all", "total" or
            "questions".
        roster: identities; without one a folder's name is taken for the login or user name.
        lateness: a policy, for a column of its own beside the total.
        visibility: when Gradescope shows each check.
    """

    reports: Sequence[Report]
    title: str = ""
    columns: str = "all"
    roster: Roster | None = None
    lateness: Lateness | None = None
    visibility: Visibility = field(default_factory=Visibility)


@dataclass(slots=True)
class Sheet:
    """A table for a platform.

    Attributes:
        rows: the header first.
        notes: what is to be said about it, who is not in it and why among that.
        left_out: students with a result of which the table holds nothing.
    """

    rows: list[list[Cell]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person's report, with what the roster knows of them; None without a roster."""

    report: Report
    person: Person | None


def entries(grades: Grades, needs: Sequence[str] = ()) -> tuple[list[RosterEntry], Sheet]:
    """The entries to import, and a table without rows that says who is not among them and why.

    A submission on which the grader itself failed is left out: a zero would be taken for a grade.

    Args:
        needs: the fields of which the platform must have one to know a person by.
    """
    roster, made = grades.roster, Sheet()
    broken = [report.student for report in grades.reports if report.status is Status.ERROR]
    rest = _without(grades.reports, broken, "the grader itself failed on them", made)
    everybody = [report.student for report in grades.reports]
    folders = {s: s for s in everybody} if roster is None else roster.folders_of(everybody)
    here = {report.student for report in rest}
    folders = {student: folder for student, folder in folders.items() if student in here}
    unknown = [report.student for report in rest if report.student not in folders]
    rest = _without(rest, unknown, "the roster does not list them", made)
    rest = _without(rest, _doubtful(folders), "they could be the same person as another", made)
    if roster is None:
        return [RosterEntry(report, None) for report in rest], made
    if absent := roster.without_result(everybody):
        made.notes.append(f"in the roster without a result: {some(absent)}")
    people = {report.student: roster.people[folders[report.student]] for report in rest}
    nameless = [s for s, person in people.items() if needs and not any(map(person.get, needs))]
    rest = _without(rest, nameless, f"the roster gives no {' or '.join(needs)}", made)
    return [RosterEntry(report, people[report.student]) for report in rest], made


def _without(
    reports: Sequence[Report], students: Sequence[str], why: str, made: Sheet
) -> list[Report]:
    """The reports but for those of some students, of whom it is noted why they are left out."""
    if students:
        made.notes.append(f"left out, as {why}: {some(students)}")
        made.left_out.extend(students)
    return [report for report in reports if report.student not in students]


def asked_for(grades: Grades) -> tuple[list[ScoreColumn], bool]:
    """The questions that are columns, and whether the total is one."""
    every = grades.columns != "total"
    asked = score_columns(grades.reports) if every else written_columns(grades.reports)
    return asked, grades.columns != "questions"


def total_titles(title: str, lateness: Lateness | None) -> list[str]:
    """The title of the total; with a policy that of the points after it as well."""
    return [title, f"{title} {AFTER}"] if lateness else [title]


def totals(report: Report, lateness: Lateness | None) -> list[Cell]:
    """The points in the columns that `total_titles` are of."""
    after = [plain_number(lateness.standing(report).points)] if lateness else []
    return [plain_number(report.score), *after]


def _doubtful(folders: Mapping[str, str]) -> list[str]:
    """Students who would become the same person as another.

    The platforms ignore case and spaces, and the later row would overwrite the earlier. The one
    that is spelled exactly stays.
    """
    groups: dict[str, list[str]] = {}
    for student, folder in folders.items():
        groups.setdefault(alike(shown(folder)), []).append(student)
    doubtful = []
    for group in groups.values():
        if len(group) > 1:
            exact = [s for s in group if s == folders[s] == shown(s).strip()]
            kept = exact if len(exact) == 1 else []
            doubtful += [student for student in group if student not in kept]
    return doubtful
