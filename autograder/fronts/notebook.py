"""`check("zeros_init")` in a notebook: the same checks on the notebook's own functions."""

import difflib
import html
import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from types import FunctionType
from typing import Any

from autograder.catalogue import Assignment, Check
from autograder.fronts import text
from autograder.fronts.kernel import (
    assignment_here,
    interrupts_told,
    notebook_student,
    reading_files,
)
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner
from autograder.grading.wording import ones_own
from autograder.handins.copied_ruler import resting_on_ruler
from autograder.handins.likeness import functions_written
from autograder.handins.submission import HandIn
from autograder.messages import SAME, Snippet
from autograder.model import CheckResult, Outcome
from autograder.refusals import Refusal
from autograder.showing import points, with_code
from autograder.student.guest.surroundings import own_surroundings
from autograder.student.host.remote import RemoteStudent

_COLOURS = {Outcome.PASSED: "#1a7f37", Outcome.FAILED: "#b42318", Outcome.BLOCKED: "#8a6100"}


class UnknownName(Refusal):
    """Nothing of that name is checked."""

    def __init__(self, name: object, assignment: Assignment) -> None:
        known = list(assignment.points())
        near = difflib.get_close_matches(str(name or ""), known, 1)
        guess = f"did you mean {near[0]!r}? " if near else ""
        wrong = (
            f"no function of {assignment.name} is defined in this notebook yet"
            if name is None
            else f"nothing is called {name!r} in {assignment.name}"
        )
        super().__init__(
            f"{wrong}; {guess}there are: {', '.join(known)}, and the exercises "
            f"{', '.join(assignment.exercises)}"
        )


def check(
    name: str | Callable[..., Any] | None = None,
    *,
    assignment: str | None = None,
    seed: int = 0,
    hints: int | None = None,
) -> "Feedback":
    """Judge one function, claim or exercise of the notebook around the call.

    Args:
        name: a function ("zeros_init", or the function itself), a check's name
            ("random_init_breaks_symmetry"), or an exercise's ("backprop"); without one, everything
            that the notebook defines.
        assignment: its name or folder; by default the one that the notebook's folder is named for.
        seed: decides the cases; the default ones are those of `pytest autograder`.
        hints: how many hints are shown at once (the likely idea; where to think about it). The
            others open one after the other, with a click; as text all are shown if not given.

    Returns:
        The feedback, which a notebook draws when it is the last value of a cell.

    Raises:
        UnknownName: nothing of that name is checked.
        UnknownAssignment: there is none of that name.
        Stopped: the user interrupted the kernel.
    """
    if reading_files():
        return Feedback((), {})
    found = assignment_here(assignment)
    caller = inspect.currentframe()
    assert caller is not None
    assert caller.f_back is not None
    namespace = caller.f_back.f_globals
    wanted = _wanted(found, name, namespace)
    with interrupts_told():
        results = _judged(found, wanted, namespace, seed)
    return Feedback(tuple(results), {c.id: c.claim for c in wanted}, hints)


def _wanted(assignment: Assignment, name: Any, namespace: dict[str, Any]) -> list[Check]:
    if name is None:
        defined = [f for names in assignment.exercises.values() for f in names if f in namespace]
        chosen = [c for c in assignment.checks if c.function in defined]
    else:
        word = name if isinstance(name, str) else getattr(name, "__name__", name)
        chosen = [c for c in assignment.checks if word in (c.function, c.name, c.exercise, c.id)]
        name = word
    if not chosen:
        raise UnknownName(name, assignment)
    return chosen


def _judged(
    assignment: Assignment, wanted: list[Check], namespace: dict[str, Any], seed: int
) -> list[CheckResult]:
    needed = {name for c in wanted for name in c.needs}
    ids = {c.id for c in wanted}
    earlier = [c for c in assignment.checks if c.function in needed and not c.end_to_end]
    todo = [c for c in assignment.checks if c.id in ids or c in earlier]
    called = {name for c in todo for name in (c.function, *c.needs)}
    backend, absent = notebook_student(assignment, namespace, called)
    examiner = Examiner(assignment, RemoteStudent(backend), CaseChoice(seed), absent)
    # What the notebook makes of warnings and rounding is its own affair, and not the grader's.
    with own_surroundings():
        results = [result for result in examiner.judge(todo) if result.id in ids]
    resting = _resting(assignment, namespace)
    return [ones_own(result, resting) for result in results]


def _resting(assignment: Assignment, namespace: dict[str, Any]) -> dict[str, str]:
    """Which functions of the notebook are copies of the grader's own, as `resting_on_ruler` says.

    What is bound to a name counts, and not what stood in a cell that was run before.
    """
    pieces = []
    for name, value in list(namespace.items()):
        if isinstance(value, FunctionType) and value.__module__ == namespace.get("__name__"):
            with suppress(OSError, TypeError):  # made by `exec`, say: it has no text
                pieces.append(inspect.getsource(value))
            if value.__name__ != name:  # also the one that it was defined as, in a text of its own
                pieces.append(f"{name} = {value.__name__}\n")
    written = HandIn("", "notebook.py", "\n".join(pieces).encode("utf-8", "replace"))
    words = functions_written([written], assignment.functions())
    return resting_on_ruler([written], words, assignment)


@dataclass(frozen=True)
class Feedback:
    """Results of some checks; a notebook draws it, anything else prints it.

    Attributes:
        results: the results.
        claims: id -> the sentence that the check stands for.
        hints: how many hints are open.
    """

    results: tuple[CheckResult, ...]
    claims: dict[str, str]
    hints: int | None = None

    @property
    def earned(self) -> float:
        """Points earned."""
        return sum(result.earned for result in self.results)

    @property
    def possible(self) -> float:
        """Points that can be earned."""
        return sum(result.points for result in self.results)

    def _rows(self) -> Iterator[tuple[CheckResult, str]]:
        """What is shown, and the words that stand in place of a message, if any do.

        A function that is not written, or not there, is one row for all of its checks.
        """
        same = {result.id: again for result, again in text.told(self.results)}
        unwritten = text.open_functions(self.results)
        for result in self.results:
            if result.function not in unwritten:
                yield result, SAME if same.get(result.id) else ""
            elif result is self._of(result.function)[0]:
                id_ = f"{result.exercise}.{result.function}"
                possible = sum(one.points for one in self._of(result.function))
                words = result.said.observed
                yield replace(result, id=id_, outcome=Outcome.BLOCKED, points=possible), words

    def _of(self, function: str) -> list[CheckResult]:
        return [result for result in self.results if result.function == function]

    def __repr__(self) -> str:
        lines = []
        for result, words in self._rows():
            if words or result.outcome is Outcome.PASSED:
                lines += [text.heading(result, 80), *text.wrapped("", words, 80)]
            else:
                claim, hints = self.claims[result.id], self.hints
                lines += text.block(result, claim, whole=True, hints=hints, in_notebook=True)
        lines.append(f"{points(self.earned)} of {points(self.possible)} points")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = "".join(
            _html_row(result, self.claims.get(result.id, result.function), words, self.hints or 0)
            for result, words in self._rows()
        )
        total = f"{points(self.earned)} of {points(self.possible)} points"
        return (
            '<div style="font-family:system-ui,sans-serif;max-width:52em;line-height:1.45;'
            'overflow-wrap:anywhere">'
            f'{rows}<p style="margin:.6em 0"><b>{total}</b></p></div>'
        )


def _html_row(result: CheckResult, claim: str, words: str, hints: int) -> str:
    colour = _COLOURS.get(result.outcome, "#57606a")
    score = f"{points(result.earned)} / {points(result.points)}"
    if result.outcome is Outcome.PASSED:
        below = ""
    elif words:
        below = f'<div style="margin:.2em 0 0">{with_code(words)}</div>'
    else:
        lines = result.said.lines()
        below = f"{_listing(lines)}{_steps(dict(lines), hints)}{_case(result.case)}"
    return (
        f'<div style="border-left:4px solid {colour};padding:.3em .9em;margin:.5em 0">'
        f'<div style="display:flex;justify-content:space-between;gap:1em">'
        f"<span>{text.MARKS[result.outcome]} {html.escape(claim)}</span>"
        f'<b style="white-space:nowrap">{score}</b></div>{below}</div>'
    )


# Widths are set because Jupyter gives a label 20 % and its words 80 % of the place that is theirs.
_LABEL = "width:auto;opacity:.7;font-weight:normal;white-space:nowrap"
_WORDS = "width:auto;margin:0"


def _listing(lines: list[tuple[str, str]]) -> str:
    details = "".join(
        f'<dt style="{_LABEL}">{html.escape(label)}</dt><dd style="{_WORDS}">{with_code(line)}</dd>'
        for label, line in lines
        if label not in text.HINTS
    )
    if not details:
        return ""
    return (
        '<dl style="display:grid;grid-template-columns:max-content minmax(0,1fr);'
        f'gap:.15em .8em;margin:.4em 0 0">{details}</dl>'
    )


def _steps(lines: dict[str, str], hints: int) -> str:
    """The hints, each within the one before, so that nobody reads the second without the first."""
    inside = ""
    for number, label in reversed(list(enumerate(text.HINTS))):
        if label in lines:
            summary = "a hint" if number == 0 or text.HINTS[0] not in lines else "another hint"
            inside = _folded(summary, with_code(lines[label]) + inside, opened=number < hints)
    return inside


def _case(case: Snippet) -> str:
    if not case:
        return ""
    own = html.escape(case.in_a_cell())
    style = "overflow-x:auto;margin:.2em 0;white-space:pre"  # Jupyter breaks lines within words
    return _folded(text.PASTE_HERE, f'<pre style="{style}">{own}</pre>')


def _folded(summary: str, inside: str, *, opened: bool = False) -> str:
    state = " open" if opened else ""
    return (
        f'<details{state} style="margin:.3em 0 0"><summary style="cursor:pointer;opacity:.8">'
        f"{summary}</summary>{inside}</details>"
    )
