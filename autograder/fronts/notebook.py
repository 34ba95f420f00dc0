"""`check("zeros_init")` in a notebook: the same checks on the notebook's own functions."""

from __future__ import annotations

import html
import inspect
from dataclasses import dataclass
from typing import Any

from autograder.catalogue import Assignment, Check, find_assignment
from autograder.fronts import text
from autograder.grading.examiner import Draw, Examiner
from autograder.model import CheckResult, Outcome
from autograder.student.host.remote import NotebookBackend, RemoteStudent

_COLOURS = {Outcome.PASSED: "#1a7f37", Outcome.FAILED: "#b42318", Outcome.BLOCKED: "#8a6100"}


def check(name: str, *, assignment: str = "weight_init", seed: int = 0) -> Feedback:
    """Judge one function, claim or exercise of the notebook around the call.

    Args:
        name: a function's name ("zeros_init"), a check's ("random_init_breaks_symmetry"), or an
            exercise's ("backprop").
        assignment: the assignment's name.
        seed: decides the cases; the default ones are those of `pytest autograder`.

    Returns:
        The feedback, which a notebook draws when it is the last value of a cell.

    Raises:
        ValueError: nothing of that name is checked.
    """
    found = find_assignment(assignment)
    wanted = [c for c in found.checks if name in (c.function, c.name, c.exercise, c.id)]
    if not wanted:
        known = ", ".join(found.points())
        raise ValueError(f"nothing is called {name!r} here; there are: {known}")
    caller = inspect.currentframe()
    assert caller is not None and caller.f_back is not None
    results = _judged(found, wanted, caller.f_back.f_globals, seed)
    return Feedback(tuple(results), {c.id: c.claim for c in wanted})


def _judged(
    assignment: Assignment, wanted: list[Check], namespace: dict[str, Any], seed: int
) -> list[CheckResult]:
    present = {
        exercise: names
        for exercise, names in assignment.exercises.items()
        if any(name in namespace for name in names)
    }
    absent = {
        exercise: f"nothing of the exercise `{exercise}` is defined in this notebook"
        for exercise in assignment.exercises
        if exercise not in present
    }
    backend = NotebookBackend(assignment.exercises, namespace)
    examiner = Examiner(assignment, RemoteStudent(backend), Draw(seed), absent)
    needed = {name for c in wanted for name in c.needs}
    ids = {c.id for c in wanted}
    earlier = [c for c in assignment.checks if c.function in needed and not c.end_to_end]
    todo = [c for c in assignment.checks if c.id in ids or c in earlier]
    return [result for result in examiner.judge(todo) if result.id in ids]


@dataclass(frozen=True)
class Feedback:
    """Results of some checks; a notebook draws it, anything else prints it."""

    results: tuple[CheckResult, ...]
    claims: dict[str, str]

    @property
    def earned(self) -> float:
        """Points earned."""
        return sum(result.earned for result in self.results)

    @property
    def possible(self) -> float:
        """Points that can be earned."""
        return sum(result.points for result in self.results)

    def __repr__(self) -> str:
        lines = []
        for result in self.results:
            if result.outcome is Outcome.PASSED:
                lines.append(text.heading(result, 80))
            else:
                lines += text.block(result, self.claims[result.id])
        lines.append(f"{text.points(self.earned)} of {text.points(self.possible)} points")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = "".join(_html_row(result, self.claims[result.id]) for result in self.results)
        total = f"{text.points(self.earned)} of {text.points(self.possible)} points"
        return (
            '<div style="font-family:system-ui,sans-serif;max-width:52em;line-height:1.45">'
            f'{rows}<p style="margin:.6em 0"><b>{total}</b></p></div>'
        )


def _html_row(result: CheckResult, claim: str) -> str:
    colour = _COLOURS.get(result.outcome, "#57606a")
    score = f"{text.points(result.earned)} / {text.points(result.points)}"
    details = "".join(
        f'<dt style="color:#57606a;font-weight:normal">{html.escape(label)}</dt>'
        f'<dd style="margin:0">{html.escape(line)}</dd>'
        for label, line in result.lines()
        if result.outcome is not Outcome.PASSED
    )
    listing = (
        '<dl style="display:grid;grid-template-columns:7em 1fr;gap:.15em .8em;margin:.4em 0 0">'
        f"{details}</dl>"
        if details
        else ""
    )
    return (
        f'<div style="border-left:4px solid {colour};padding:.3em .9em;margin:.5em 0">'
        f'<div style="display:flex;justify-content:space-between;gap:1em">'
        f"<span>{text.MARKS[result.outcome]} {html.escape(claim)}</span><b>{score}</b></div>"
        f"{listing}</div>"
    )
