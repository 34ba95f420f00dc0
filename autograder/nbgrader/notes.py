"""What is said about a submission as a whole."""

from __future__ import annotations

from autograder._version import __version__
from autograder.catalogue import find_assignment
from autograder.model import Report, Status
from autograder.nbgrader.scores import harmless
from autograder.notes import NOT_GRADED


def heading(report: Report) -> str:
    """Markdown for the head of the graded notebook: what was odd; empty if nothing was."""
    if not report.notes:
        return ""
    shown = [f"- {harmless(note.text)}" for note in report.notes[:20]]
    return "\n".join(["**About this submission**", "", *shown])


def not_graded(student: str, assignment: str, seed: int, why: str) -> Report:
    """The report of a submission that the grader could not grade."""
    note = NOT_GRADED(why=why)
    possible = find_assignment(assignment).max_score
    return Report(
        student, assignment, Status.ERROR, seed, __version__, notes=(note,), max_score=possible
    )
