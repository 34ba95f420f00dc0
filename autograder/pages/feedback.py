"""The feedback page of one submission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.catalogue import Assignment
from autograder.charts import Chart
from autograder.messages import SAME
from autograder.model import CheckResult, Outcome, Report, points_by_function
from autograder.pages.page import drawing, render
from autograder.pages.sources import Excerpt, Sources
from autograder.pages.text import MAX_LINE, shown_name
from autograder.pictures.svg import to_svg
from autograder.pictures.undrawn import undrawn
from autograder.results.questions import decided
from autograder.showing import code_line, environment_in_words, prose, spoken

MAX_CASE = 4000  # characters of a line of a case to paste, which has 120 numbers at most
WORDS = {
    Outcome.PASSED: "passed",
    Outcome.FAILED: "not yet",
    Outcome.BLOCKED: "waits for an earlier function",
    Outcome.BROKEN: "our mistake, a person looks at it",
}


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """One check, ready for the template."""

    claim: str
    outcome: str
    words: str
    earned: float
    points: float
    lines: tuple[tuple[str, str], ...]
    excerpt: Excerpt | None
    repeat: str
    case: str


@dataclass(frozen=True, slots=True)
class ShownFunction:
    """The checks on one function."""

    name: str
    anchor: str
    earned: float
    points: float
    checks: tuple[ShownCheck, ...]

    @property
    def open(self) -> tuple[ShownCheck, ...]:
        """What is to be read first: everything that did not pass."""
        return tuple(check for check in self.checks if check.outcome != "passed")

    @property
    def passed(self) -> tuple[ShownCheck, ...]:
        """The claims that hold."""
        return tuple(check for check in self.checks if check.outcome == "passed")


def feedback_page(
    report: Report,
    assignment: Assignment,
    sources: Sources | None = None,
    charts: Sequence[Chart] = (),
    *,
    name: str | None = None,
    after: str = "",
) -> str:
    """A self-contained HTML page.

    Args:
        report: what grading said.
        assignment: whose claims are shown.
        sources: the student's files, for the lines beside a check.
        charts: the pictures of the student's network.
        name: shown in place of the student's own.
        after: what a policy makes of the score, in words.
    """
    values = _values(report, assignment, sources, charts, name)
    return render("feedback.html", values | {"after": after})


def _values(
    report: Report,
    assignment: Assignment,
    sources: Sources | None,
    charts: Sequence[Chart],
    name: str | None,
) -> dict[str, Any]:
    functions = _functions(report, assignment, sources or Sources({}))
    return {
        "name": name or shown_name(report.student),
        "assignment": report.assignment,
        "status": str(report.status),
        "score": report.score,
        "max_score": report.max_score,
        "seed": report.seed,
        "grader": report.grader,
        "environment": environment_in_words(report.environment),
        "waiting": sum(check.points for check in report.checks if check.outcome is Outcome.BROKEN),
        "notes": [prose(note.text, 400) for note in report.notes if not note.inside],
        "functions": functions,
        "written": [(spoken(mark.question), decided(mark)) for mark in report.written],
        "to_do": sum(len(function.open) for function in functions),
        "pictures": [_picture(chart) for chart in charts if not chart.empty],
        "undrawn": undrawn(charts),
    }


def _picture(chart: Chart) -> dict[str, Any]:
    return {"chart": chart, "drawing": drawing(to_svg(chart)), "table": chart.table}


def _functions(report: Report, assignment: Assignment, sources: Sources) -> list[ShownFunction]:
    claims = assignment.claims()
    shown: list[ShownFunction] = []
    for (exercise, function), (earned, possible) in points_by_function(report.checks).items():
        seen: set[Excerpt | str | None] = set()
        checks = tuple(
            _check(check, claims, sources, seen)
            for check in report.checks
            if (check.exercise, check.function) == (exercise, function)
        )
        anchor = f"function-{len(shown) + 1}"
        title = function if exercise in assignment.exercises else f"{function} (claim)"
        shown.append(ShownFunction(prose(title, 80), anchor, earned, possible, checks))
    return shown


def _check(
    check: CheckResult, claims: dict[str, str], sources: Sources, seen: set[Excerpt | str | None]
) -> ShownCheck:
    """One check; `seen` holds what is shown of the function already, and need not come again."""
    failed = check.outcome is Outcome.FAILED
    excerpt = sources.excerpt(check) if failed else None
    again = excerpt in seen
    told = _told(check) if failed else ""
    lines = [("", SAME)] if told and told in seen else check.said.lines()
    seen |= {excerpt, told}
    return ShownCheck(
        claim=claims.get(check.id) or prose(spoken(check.name), MAX_LINE),
        outcome=str(check.outcome),
        words=_partly(check) or WORDS[check.outcome],
        earned=check.earned,
        points=check.points,
        lines=tuple((label, prose(text, 500)) for label, text in lines),
        excerpt=None if again else excerpt,
        repeat=f'pytest autograder -k "{check.function} and {check.name}"' if failed else "",
        case="\n".join(code_line(line, MAX_CASE) for line in str(check.case).split("\n")),
    )


def _told(check: CheckResult) -> str:
    """What a message says, but for the call, and for where when it is everywhere."""
    lines = [pair for pair in check.said.lines() if pair[0] != "we ran"]
    return "\n".join(text for pair in lines if (text := ": ".join(pair)) != "where: everywhere")


def _partly(check: CheckResult) -> str:
    return "partly" if check.outcome is Outcome.FAILED and check.earned > 0 else ""
