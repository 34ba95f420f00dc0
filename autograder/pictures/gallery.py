"""Computes an assignment's pictures for one submission.

A function is judged before it is drawn: what has failed its checks, or is missing, is named in
place of a drawing that would be wrong.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from autograder.catalogue import Assignment, Failed, find_assignment
from autograder.charts import Absent, Chart, Part, Picture
from autograder.grading.draw import Draw
from autograder.grading.submission import Launch, grade_submission
from autograder.grading.wording import clean
from autograder.handins.submission import HandIn, Submission
from autograder.model import CheckResult, Outcome, Report
from autograder.student.calls import Student, Trouble
from autograder.student.guest.wire import Load
from autograder.student.host.backends import ProcessBackend
from autograder.student.host.cold import ColdProcess
from autograder.student.host.process import StudentProcess
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits


def pictures_of(assignment: Assignment) -> tuple[Picture, ...]:
    """The pictures that an assignment has: `PICTURES` of the module `pictures` in its package."""
    package = (
        assignment.name if "." in assignment.name else f"autograder.assignments.{assignment.name}"
    )
    try:
        module = importlib.import_module(f"{package}.pictures")
    except ModuleNotFoundError as error:
        if error.name != f"{package}.pictures":
            raise
        return ()
    pictures: tuple[Picture, ...] = module.PICTURES
    return pictures


def unfit(checks: Iterable[CheckResult], assignment: Assignment) -> dict[str, str]:
    """Function -> why nothing is drawn with it, for every function that failed a check."""
    reasons: dict[str, str] = {}
    for check in checks:
        own = assignment.exercise_of(check.function) is not None
        if own and check.outcome in (Outcome.FAILED, Outcome.BLOCKED):
            reasons.setdefault(check.function, _reason(check))
    return reasons


def _reason(check: CheckResult) -> str:
    if check.diagnosis == "not-implemented":
        return f"{check.function} is not written yet"
    if check.diagnosis in ("missing-function", "missing-file"):
        return f"{check.function} is not there"
    return f"{check.function} is not right yet"


def charts(
    student: Callable[[], Student], pictures: Sequence[Picture], unfit: Mapping[str, str]
) -> list[Chart]:
    """The charts of a student.

    Args:
        student: makes one to ask, anew for every part: one that has hung is not asked again, and
            the functions of another part may still come to an end.
        pictures: what to draw.
        unfit: function -> why nothing is drawn with it.
    """
    known: dict[int, Any] = {}  # pictures share parts, and training twice would be a waste
    return [
        picture.chart({p.name: _data(student, p, unfit, known) for p in picture.parts})
        for picture in pictures
    ]


def _data(
    student: Callable[[], Student], part: Part, unfit: Mapping[str, str], known: dict[int, Any]
) -> Any:
    if id(part) not in known:
        known[id(part)] = _asked(student(), part, unfit)
    return known[id(part)]


def _asked(student: Student, part: Part, unfit: Mapping[str, str]) -> Any:
    reasons = [unfit[name] for name in part.needs if name in unfit]
    if reasons:
        more = len(reasons) - 2
        return Absent("; ".join(reasons[:2]) + (f"; and {more} more" if more > 0 else ""))
    try:
        return part.ask(student)
    except Trouble as trouble:
        return Absent(clean(f"{trouble.function} {trouble.observed}", 120))
    except Failed as failed:
        return Absent(clean(failed.finding.observed, 120))


def charts_of(
    submission: Submission,
    assignment: str | Assignment = "weight_init",
    *,
    launch: Launch | None = None,
    limits: Limits | None = None,
    report: Report | None = None,
) -> list[Chart]:
    """Grade a submission and compute its pictures.

    Args:
        submission: what was handed in.
        assignment: the assignment, or its name.
        launch: starts a student process; by default one without lock-down.
        limits: time and memory.
        report: what grading said, when that is known already.
    """
    found = find_assignment(assignment) if isinstance(assignment, str) else assignment
    limits = limits or Limits()
    memory = limits.memory_mb
    launch = launch or (lambda: StudentProcess(ColdProcess(memory)))
    submission = _one_form_each(submission, found, launch, limits)
    report = report or grade_submission(submission, found, launch, Draw(), limits)
    files = [
        Load(
            file.exercise,
            file.name.rpartition("/")[2],
            file.data,
            list(found.exercises[file.exercise]),
        )
        for file in submission.files
    ]
    backend = ProcessBackend(launch, files, limits)
    try:
        backend.load()
        return charts(
            lambda: RemoteStudent(backend), pictures_of(found), unfit(report.checks, found)
        )
    finally:
        backend.close()


def _one_form_each(
    submission: Submission, assignment: Assignment, launch: Launch, limits: Limits
) -> Submission:
    """The submission with the better form only of every exercise that was handed in twice."""
    kept = []
    for exercise in assignment.exercises:
        forms = [file for file in submission.files if file.exercise == exercise]
        if len(forms) > 1:

            def points(file: HandIn, exercise: str = exercise) -> float:
                alone = replace(submission, files=(file,))
                report = grade_submission(alone, assignment, launch, Draw(), limits)
                return sum(check.earned for check in report.checks if check.exercise == exercise)

            forms = [max(forms, key=points)]
        kept += forms
    return replace(submission, files=tuple(kept))
