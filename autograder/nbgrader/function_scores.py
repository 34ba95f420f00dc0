"""From a report to what a gradebook keeps: scores, comments and a heading."""

import html
import re
from dataclasses import dataclass

from autograder._version import __version__
from autograder.catalogue import Assignment, find_assignment
from autograder.messages import SAME
from autograder.model import CheckResult, Outcome, Report, Status, repeated
from autograder.notes import NOT_GRADED

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
# No way to write a scheme or a character is left to the renderer.
_SCHEME = re.compile(r"(javascript|vbscript|data)(?=[\s\\]*:)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_MARKS = re.compile(r"([\\`*$~|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))")
_START = re.compile(r"^\s*[-+#\[=:]")  # of a list, a heading, a definition of a link
_LINK = re.compile(r"(\])([(\[:])")
_TEX = re.compile(
    r"\\(href|require|style|class|cssId|data|html|unicode|mmlToken|e?def|let"
    r"|bbox|(?:re)?new(?:command|environment)|DeclareMathOperator)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class FunctionScore:
    """What the gradebook keeps of one function.

    Attributes:
        score: points, within [0, possible]; None when nobody could tell.
        by_hand: a person has to look.
        comment: Markdown for the student, or empty.
        page: HTML of all its checks.
    """

    score: float | None
    possible: float
    by_hand: bool
    comment: str
    page: str


def function_scores(report: Report, assignment: Assignment) -> dict[str, FunctionScore]:
    """Function -> what the gradebook keeps of it. Whatever the grader itself got wrong earns
    nothing and waits for a person."""
    found: dict[str, list[CheckResult]] = {}
    for check in report.checks:
        found.setdefault(check.function, []).append(check)
    claims = assignment.claims()
    return {
        name: _question(report, found.get(name, []), points, claims)
        for name, points in assignment.points().items()
    }


def _question(
    report: Report, checks: list[CheckResult], possible: float, claims: dict[str, str]
) -> FunctionScore:
    if report.status is Status.ERROR or not checks:
        reason = (
            report.notes[-1].text if report.notes else "the report holds no check of this function"
        )
        text = f"not graded yet, a person will look at it: {reason}"
        return FunctionScore(None, possible, True, harmless(text), f"<p>{html.escape(text)}</p>")
    broken = [check for check in checks if check.outcome is Outcome.BROKEN]
    earned = sum(check.earned for check in checks if check.outcome is not Outcome.BROKEN)
    score = float(min(max(round(earned, 2), 0.0), possible))
    again = repeated(checks)
    said = [(check, _said(check, again=check.id in again)) for check in checks]
    comment = "\n\n".join(_comment(check, lines, claims) for check, lines in said if lines)
    by_hand = bool(broken) or report.status in (Status.UNREADABLE, Status.EMPTY)
    rows = "".join(_row(check, lines, claims) for check, lines in said)
    head = "<thead><tr><th>claim</th><th>points</th></tr></thead>"
    page = f'<table class="table table-condensed">{head}<tbody>{rows}</tbody></table>'
    return FunctionScore(score, possible, by_hand, comment, page)


def _said(check: CheckResult, *, again: bool) -> list[str]:
    """The lines under the claim of a check; none under one that passed."""
    if check.outcome is Outcome.PASSED:
        return []
    if check.outcome is Outcome.BROKEN:
        return ["the check itself failed; a person will look at it"]
    # What an error says is a student's, and pages of nbgrader's set formulas.
    return [SAME] if again else [_TEX.sub(r"\\ \1", ": ".join(line)) for line in check.said.lines()]


def _comment(check: CheckResult, lines: list[str], claims: dict[str, str]) -> str:
    """One check that did not pass as Markdown: the claim, and what was seen, line by line."""
    claim = _literal(claims.get(check.id, check.name))
    return "\n".join([f"**{claim}**", "", *(f"- {_literal(line)}" for line in lines)])


def _row(check: CheckResult, lines: list[str], claims: dict[str, str]) -> str:
    claim = html.escape(claims.get(check.id, check.name))
    earned = "?" if check.outcome is Outcome.BROKEN else f"{check.earned:g}"
    said = "".join(f"<br/>{html.escape(line)}" for line in lines)
    points = f"{earned}&nbsp;/&nbsp;{check.points:g}"
    return f"<tr><td><b>{claim}</b>{said}</td><td>{points}</td></tr>"


def _literal(text: str) -> str:
    """Text as Markdown that shows it as it is, with as few marks as that takes: who grades by hand
    reads the Markdown itself."""
    text = html.escape(_MARKS.sub(r"\\\1", text), quote=False)
    return _LINK.sub(r"\1\\\2", _START.sub(r"\\\g<0>", text))


def harmless(text: str) -> str:
    """A student's Markdown that formats text and does nothing else: no tags, no script in links,
    no commands of MathJax that make links or load extensions."""
    text = _TAG.sub("&lt;", _REFERENCE.sub("& ", text))
    text = _SCHEME.sub(r"\1 ", text)
    return _TEX.sub(r"\\ \1", text)


def notes_heading(report: Report) -> str:
    """Markdown for the head of the graded notebook, which the student gets: what was odd, without
    what is between grader and instructor; empty if nothing was."""
    shown = [f"- {harmless(note.text)}" for note in report.notes if not note.inside][:20]
    return "\n".join(["**About this submission**", "", *shown]) if shown else ""


def not_graded(student: str, assignment: str, seed: int, why: str) -> Report:
    """The report of a submission that the grader could not grade."""
    note = NOT_GRADED(why=why)
    possible = find_assignment(assignment).max_score
    return Report(
        student, assignment, Status.ERROR, seed, __version__, notes=(note,), max_score=possible
    )
