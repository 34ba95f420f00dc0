"""Computes an assignment's pictures for one submission.

A function is judged before it is drawn. A wrong one is drawn as it is, with what is wrong written
beside it; where nothing can be drawn with it, because it raises, a right one stands in its place,
and that is written there too. One that is not written, not there or does not come to an end is
named in place of a drawing.
"""

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np

from autograder.catalogue import OURS, Assignment, Failed, find_assignment
from autograder.charts import Chart, NoData, Panel, Part, Picture
from autograder.grading.case_sets import CaseChoice
from autograder.grading.submission import Graded, Launch, asked_again, graded
from autograder.handins.submission import Submission
from autograder.locating import GROUP
from autograder.model import CheckResult, Outcome, Report
from autograder.showing import prose
from autograder.student.calls import Student, Trouble
from autograder.student.host.backends import Right
from autograder.student.host.cold import ColdProcess
from autograder.student.host.process import StudentProcess
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits


def pictures_of(assignment: Assignment) -> tuple[Picture, ...]:
    """The pictures that an assignment has: `PICTURES` of the module `pictures` in its package."""
    name = f"{GROUP}.{assignment.name}.pictures"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return ()
    pictures: tuple[Picture, ...] = module.PICTURES
    return pictures


# Why nothing can be drawn with a function, by the diagnosis of a check.
_NOTHING = {
    "not-implemented": ("is not written yet", "are not written yet"),
    "missing-function": ("is not there", "are not there"),
    "missing-file": ("is not there", "are not there"),
    "read-in-part": ("could not be read", "could not be read"),
    "hangs": ("does not come to an end", "do not come to an end"),
    "process-died": ("ends its process", "end their process"),
}
# For the pictures of a class: they take well below a second, and one who hangs must not hold it up.
LIMITS = Limits(call_seconds=5.0, total_seconds=15.0)
MAX_DOUBT = 400  # characters of what is wrong: an error's last line fits
MAX_NAMED = 2  # functions that are named; more are counted
_IN_ITS_PLACE = "; drawn with a right one in its place"
_PARTLY = "; drawn in part with a right one in its place"
_IF_RIGHT = " That is how it is with right functions."  # under pictures that may show otherwise


@dataclass(frozen=True)
class Doubts:
    """What checks said of the functions that pictures are drawn with.

    Attributes:
        nothing: function -> why nothing can be drawn with it, for one and for several.
        wrong: function -> what is wrong with it, in a sentence.
    """

    nothing: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, checks: Iterable[CheckResult], assignment: Assignment) -> Self:
        """What these checks say."""
        nothing: dict[str, tuple[str, str]] = {}
        wrong: dict[str, str] = {}
        for check in checks:
            if assignment.exercise_of(check.function) is None or check.earned >= check.points:
                continue
            if check.diagnosis in _NOTHING:
                nothing.setdefault(check.function, _NOTHING[check.diagnosis])
            elif check.outcome is not Outcome.BROKEN:
                wrong.setdefault(check.function, _what_is_wrong(check))
        return cls(nothing, wrong)


def _what_is_wrong(check: CheckResult) -> str:
    expected = f" (expected {check.said.expected})" if check.said.expected else ""
    return prose(f"{check.function} is not right yet: {check.said.observed}{expected}", MAX_DOUBT)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What came of asking for a part: its data, and which functions were replaced by right ones."""

    data: Any
    replaced: Sequence[str] = ()


def charts(
    student: Callable[[], Student],
    pictures: Sequence[Picture],
    doubts: Doubts,
    right: Right | None = None,
) -> list[Chart]:
    """The charts of a student.

    Args:
        student: makes one to ask, anew for every part: one that has hung is not asked again, and
            the functions of another part may still come to an end.
        right: functions that may stand in for wrong ones.
    """
    known: dict[int, _Asked] = {}  # pictures share parts, and training twice would be a waste
    drawn = []
    for picture in pictures:
        for part in picture.parts:
            if id(part) not in known:
                known[id(part)] = _asked(student(), part, doubts, right or {})
        asked = {part.name: known[id(part)] for part in picture.parts}
        used: dict[str, set[bool]] = {}  # function -> whether a right one stood in, of its parts
        for part in picture.parts:
            if not isinstance(asked[part.name].data, NoData):
                for name in part.needs:
                    used.setdefault(name, set()).add(name in asked[part.name].replaced)
        said = tuple(
            doubts.wrong[name] + (_PARTLY if len(how) > 1 else _IN_ITS_PLACE if True in how else "")
            for name, how in used.items()
            if name in doubts.wrong
        )
        chart = picture.chart({name: one.data for name, one in asked.items()})
        if said and chart.table is None:
            chart = replace(chart, caption=chart.caption + _IF_RIGHT)
        rows = tuple(tuple(map(_with_marks, row)) for row in chart.rows)
        drawn.append(replace(chart, name=picture.name, doubts=said, rows=rows))
    return drawn


def _with_marks(panel: Panel) -> Panel:
    """The panel, or, where axes would hold nothing, the reason."""
    if panel.absent or panel.visible:
        return panel
    return Panel(panel.title, absent="none of its numbers is finite")


def _asked(student: Student, part: Part, doubts: Doubts, right: Right) -> _Asked:
    reasons: dict[tuple[str, str], list[str]] = {}
    for name in part.needs:
        if name in doubts.nothing:
            reasons.setdefault(doubts.nothing[name], []).append(name)
    if reasons:
        return _Asked(NoData("; ".join(_of_some(names, why) for why, names in reasons.items())))
    found = _tried(student, part)
    wrong = [name for name in part.needs if name in doubts.wrong and name in right]
    if isinstance(found, NoData) and wrong and isinstance(student, RemoteStudent):
        student.answered_by(right)
        with student.with_right(wrong):
            again = _tried(student, part)
        if not isinstance(again, NoData):
            return _Asked(again, wrong)
    return _Asked(found)


def _of_some(names: Sequence[str], why: tuple[str, str]) -> str:
    if len(names) == 1:
        return f"{names[0]} {why[0]}"
    more = len(names) - MAX_NAMED
    named = f"{', '.join(names[:MAX_NAMED])} and {more} more" if more > 0 else " and ".join(names)
    return f"{named} {why[1]}"


def _tried(student: Student, part: Part) -> Any:
    try:
        return part.ask(student)
    except Trouble as trouble:
        return NoData(prose(f"{trouble.function} {trouble.observed}", 120))
    except Failed as failed:
        return NoData(prose(failed.finding.observed, 120))


def charts_of(
    submission: Submission,
    assignment: str | Assignment = OURS,
    *,
    launch: Launch | None = None,
    limits: Limits | None = None,
    report: Report | None = None,
) -> list[Chart]:
    """The pictures of a submission.

    Args:
        assignment: the assignment, or its name or folder.
        launch: starts a student process; by default one without lock-down.
        report: what grading said; without it the submission is graded first.
    """
    found = find_assignment(assignment) if isinstance(assignment, str) else assignment
    limits = limits or Limits()
    memory = limits.memory_mb
    launch = launch or (lambda: StudentProcess(ColdProcess(memory)))
    with (
        graded(submission, found, launch, CaseChoice(), limits)
        if report is None
        else asked_again(submission, report, found, launch, limits)
    ) as one:
        return charts_while(one, found, limits)


def charts_while(one: Graded, assignment: Assignment, limits: Limits) -> list[Chart]:
    """The pictures of a graded submission whose functions are still at hand.

    Args:
        one: the submission; empty if nothing was handed in.
        limits: for the pictures alone, whatever grading took.
    """
    if one.backend is None:
        return []
    one.backend.renew(limits)
    doubts = Doubts.of(one.report.checks, assignment)
    with np.errstate(all="ignore"):  # a student's numbers overflow, and nobody needs to be told
        return charts(one.student, pictures_of(assignment), doubts, assignment.right)
