"""Whose grade goes to a learning platform: one row for one person, and a note on everybody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.exports.roster import Person, Roster, alike
from autograder.model import Report, Status
from autograder.results.reading import some
from autograder.showing import Cell, shown


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for a platform.

    Attributes:
        rows: the header first.
        notes: who is not in it, and why.
    """

    rows: list[list[Cell]]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's report, with what the roster knows of them; None without a roster."""

    report: Report
    person: Person | None


def entries(reports: Sequence[Report], roster: Roster | None) -> tuple[list[Entry], list[str]]:
    """The entries to import, and notes on whom is not among them.

    A submission on which the grader itself failed is left out: a zero would be taken for a grade.
    """
    notes = []
    broken = [report.student for report in reports if report.status is Status.ERROR]
    if broken:
        notes.append(f"left out, as the grader itself failed on them: {some(broken)}")
    rest = [report for report in reports if report.status is not Status.ERROR]
    folders: dict[str, str] = {}
    for report in rest:
        folder = report.student if roster is None else roster.folder_of(report.student)
        if folder is not None:
            folders[report.student] = folder
    unknown = [report.student for report in rest if report.student not in folders]
    if unknown:
        notes.append(f"left out, as the roster does not list them: {some(unknown)}")
    doubtful = _doubtful(folders)
    if doubtful:
        notes.append(
            f"left out, as their names differ from others only in spelling: {some(doubtful)}"
        )
    if roster is not None:
        absent = roster.without_result(report.student for report in reports)
        if absent:
            notes.append(f"in the roster without a result: {some(absent)}")
    kept = [r for r in rest if r.student in folders and r.student not in doubtful]
    found = [Entry(r, None if roster is None else roster.people[folders[r.student]]) for r in kept]
    return found, notes


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
