"""Penalties for being late: nbgrader's own, asked only about those who are."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from nbgrader.preprocessors import AssignLatePenalties


def penalise(late: Iterable[tuple[str, str]], assignment: str, url: str, **options: Any) -> None:
    """Set or take back the penalties that the course's plugin gives.

    Args:
        late: (student, notebook), as `Gradebook.late` finds them.
        assignment: nbgrader's name of it.
        url: of the database.
        options: `parent` or `config`, from which the plugin is configured.
    """
    penalties = AssignLatePenalties(**options)
    for student, notebook in late:
        about = {
            "student": student,
            "assignment": assignment,
            "notebook": notebook,
            "db_url": url,
        }
        penalties.preprocess(SimpleNamespace(cells=[]), {"nbgrader": about})
