"""Penalties for being late: nbgrader's own, asked only about those who are."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from nbgrader.preprocessors import AssignLatePenalties

from autograder.nbgrader.gradebook import Gradebook


def penalise(
    book: Gradebook, assignment: str, students: Iterable[str] | None = None, **options: Any
) -> None:
    """Set or take back the penalties that the course's plugin gives.

    Args:
        options: `parent` or `config`, from which the plugin is configured.
    """
    penalties = AssignLatePenalties(**options)
    for student, notebook in book.late(assignment, students):
        about = {
            "student": student,
            "assignment": assignment,
            "notebook": notebook,
            "db_url": book.engine.url.render_as_string(hide_password=False),
        }
        penalties.preprocess(SimpleNamespace(cells=[]), {"nbgrader": about})
