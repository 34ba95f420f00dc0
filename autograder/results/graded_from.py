"""Where a results folder's hand-ins and assignment lie: written down by grading, read by pages."""

import json
from pathlib import Path
from typing import Any

from autograder import locating
from autograder.catalogue import Assignment
from autograder.results.files import replace_text

# {"path": where the graded files were, "assignment": the name of the assignment, or its folder}
PLACES = "submissions.json"


def remember(results: Path, submissions: Path, assignment: Assignment) -> None:
    """Note where both are, for those who show these results.

    Raises:
        UnusableFolder: it cannot be written.
    """
    places = {"path": str(submissions), "assignment": assignment.reference}
    replace_text(results / PLACES, iter([json.dumps(places) + "\n"]))


def remembered(results: Path) -> Path | None:
    """Where the submissions were when they were graded, if that was noted and is still there."""
    place = _noted(results).get("path")
    found = Path(place) if isinstance(place, str) else None
    return found if found and found.exists() else None


def make_known(results: Path) -> None:
    """Have the assignment of these results found by its name, wherever its author keeps it.

    One that is gone is missed by whoever needs it, and not by those who only read scores.
    """
    place = _noted(results).get("assignment")
    if isinstance(place, str) and Path(place).is_absolute():
        locating.use(Path(place))


def _noted(results: Path) -> dict[str, Any]:
    try:
        noted = json.loads((results / PLACES).read_bytes())
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}
