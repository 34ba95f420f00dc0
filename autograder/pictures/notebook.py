"""The same pictures in a notebook: `show()`."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from autograder.catalogue import Assignment, find_assignment
from autograder.charts import Chart
from autograder.grading.examiner import Draw, Examiner
from autograder.handins.submission import UnusablePath, read_submission
from autograder.pictures.gallery import charts, pictures_of, unfit
from autograder.pictures.svg import to_svg
from autograder.student.host.remote import NotebookBackend, RemoteStudent


class Shown:
    """Charts that a notebook draws; as text they are their numbers."""

    def __init__(self, shown: Sequence[Chart]) -> None:
        self.charts = tuple(shown)

    def _repr_html_(self) -> str:
        # A white ground: the ink is dark, whatever theme the notebook has.
        pieces = [
            f'<figure style="max-width:46em">{to_svg(chart, standalone=True)}'
            f"<details><summary>the numbers</summary>{escape(chart.alt)}</details></figure>"
            for chart in self.charts
        ]
        return "".join(pieces)

    def __repr__(self) -> str:
        return "\n\n".join(
            "\n".join([chart.title, chart.caption, chart.alt or "; ".join(chart.reasons)])
            for chart in self.charts
        )


def show(
    *names: str, assignment: str = "weight_init", namespace: dict[str, Any] | None = None
) -> Shown:
    """Pictures of the network whose functions are defined in this notebook.

    Exercises that the notebook does not define are read from the files in its folder.

    Args:
        names: which pictures ("neurons", "slopes", …); all by default.
        assignment: whose pictures.
        namespace: where the functions are; by default the caller's globals.

    Raises:
        ValueError: there is no picture of that name.
    """
    found = find_assignment(assignment)
    pictures = pictures_of(found)
    known = [picture.name for picture in pictures]
    for name in names:
        if name not in known:
            raise ValueError(f"there is no picture {name!r}; there are {', '.join(known)}")
    here = _callers_globals() if namespace is None else namespace
    backend = _backend(found, here)
    examiner = Examiner(found, RemoteStudent(backend), Draw())
    results = examiner.judge(check for check in found.checks if not check.end_to_end)
    wanted = [picture for picture in pictures if not names or picture.name in names]
    return Shown(charts(lambda: RemoteStudent(backend), wanted, unfit(results, found)))


def _callers_globals() -> dict[str, Any]:
    frame = inspect.currentframe()
    caller = frame and frame.f_back and frame.f_back.f_back
    return caller.f_globals if caller else {}


def _backend(assignment: Assignment, namespace: dict[str, Any]) -> NotebookBackend:
    """The notebook's own functions, and the other exercises from the files beside it."""
    own = {
        exercise: functions
        for exercise, functions in assignment.exercises.items()
        if any(name in namespace for name in functions)
    }
    backend = NotebookBackend(own, namespace)
    for exercise, name, data in _files_beside(assignment, own):
        functions = list(assignment.exercises[exercise])
        backend.session.handle(
            {
                "op": "load",
                "exercise": exercise,
                "name": name,
                "data": data,
                "functions": functions,
                "skip": [],
            }
        )
    return backend


def _files_beside(assignment: Assignment, own: Mapping[str, Any]) -> list[tuple[str, str, bytes]]:
    try:
        submission = read_submission(Path.cwd(), assignment.exercises, assignment.name)
    except UnusablePath:
        return []
    files = {
        file.exercise: (file.exercise, file.name.rpartition("/")[2], file.data)
        for file in submission.files
        if file.exercise not in own
    }
    return list(files.values())
