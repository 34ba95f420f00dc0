"""The feedback page of one submission."""

from collections.abc import Sequence
from typing import Any

from autograder.catalogue import Assignment
from autograder.charts import Chart
from autograder.messages import SAME
from autograder.model import CheckResult, Outcome, Report, points_by_function
from autograder.pages.names import shown_name
from autograder.pages.page import as_it_is, render
from autograder.pages.sources import MAX_LINE, Excerpt, Sources
from autograder.pictures.in_html import told_once, undrawn
from autograder.pictures.svg import to_svg
from autograder.results.score_columns import mark_in_words
from autograder.showing import code_line, environment_in_words, prose, spoken

MAX_CASE = 4000  # characters of a line of a case to paste, which has 120 numbers at most
UNWRITTEN = ("not-implemented", "missing-file")  # there is no more to say of it than that
WORDS = {
    Outcome.PASSED: "passed",
    Outcome.FAILED: "not yet",
    Outcome.BLOCKED: "waits for an earlier function",
    Outcome.BROKEN: "our mistake, a person looks at it",
}


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
        sources: the student's files, for the lines beside a check.
        after: what a policy makes of the score, in words.
    """
    functions = _functions(report, assignment, sources or Sources({}))
    values = {
        "after": after,
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
        "SAME": SAME,
        "written": [(spoken(mark.question), mark_in_words(mark)) for mark in report.written],
        "to_do": sum(len(function["open"]) for function in functions),
        "pictures": [_picture(chart) for chart in told_once(charts)],
        "undrawn": undrawn(charts),
        "pictured": assignment.pictured,
    }
    return render("feedback.html", values)


def _picture(chart: Chart) -> dict[str, Any]:
    return {"chart": chart, "drawing": as_it_is(to_svg(chart)), "table": chart.table}


def _functions(report: Report, assignment: Assignment, sources: Sources) -> list[dict[str, Any]]:
    """The checks by function, those that did not pass apart from the others."""
    claims = assignment.claims()
    shown: list[dict[str, Any]] = []
    for (exercise, function), (earned, possible) in points_by_function(report.checks).items():
        seen: set[Excerpt | str | None] = set()
        checks = [
            _check(check, claims, sources, seen)
            for check in report.checks
            if (check.exercise, check.function) == (exercise, function)
        ]
        title = function if exercise in assignment.exercises else f"{function} (claim)"
        shown.append(
            {
                "name": prose(title, 80),
                "anchor": f"function-{len(shown) + 1}",
                "earned": earned,
                "points": possible,
                "open": [check for check in checks if check["outcome"] is not Outcome.PASSED],
                "passed": [check for check in checks if check["outcome"] is Outcome.PASSED],
            }
        )
    return shown


def _check(
    check: CheckResult, claims: dict[str, str], sources: Sources, seen: set[Excerpt | str | None]
) -> dict[str, Any]:
    """One check; `seen` holds what is shown of the function already, and need not come again."""
    failed = check.outcome is Outcome.FAILED
    unwritten = check.diagnosis in UNWRITTEN
    excerpt = sources.excerpt(check) if failed and not unwritten else None
    again = excerpt in seen
    told = _told(check) if failed else ""
    same = bool(told) and told in seen
    lines = [("", check.said.observed)] if unwritten else check.said.lines()
    lines = [("", SAME)] if same else lines
    nothing_new = (excerpt is None or again) and not check.case
    seen |= {excerpt, told}
    partly = failed and check.earned > 0
    return {
        "claim": claims.get(check.id) or prose(spoken(check.name), MAX_LINE),
        "outcome": check.outcome,
        "words": "partly" if partly else WORDS[check.outcome],
        "earned": check.earned,
        "points": check.points,
        "lines": [(label, prose(text, 500)) for label, text in lines],
        "excerpt": None if again else excerpt,
        "again": same and nothing_new,
        "repeat": f'pytest autograder -k "{check.function} and {check.name}"' if failed else "",
        "case": "\n".join(code_line(line, MAX_CASE) for line in str(check.case).split("\n")),
    }


def _told(check: CheckResult) -> str:
    """What a message says, but for the call, and for where when it is everywhere."""
    lines = [pair for pair in check.said.lines() if pair[0] != "we ran"]
    return "\n".join(text for pair in lines if (text := ": ".join(pair)) != "where: everywhere")
