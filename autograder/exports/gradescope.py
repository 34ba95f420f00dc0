"""Gradescope's `results.json` (Gradescope, "Autograder Specifications", section "Output format").

A score overrides the sum of the tests; a test has a score, a maximum, a status of "passed" or
"failed", a name, a number, an output and a visibility; every text can say how it is formatted, and
all of ours says "text", so that nothing of a student's is rendered.
"""

import fnmatch
import json
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.model import CheckResult, Outcome, Report, Status, WrittenMark
from autograder.results.attention import reasons
from autograder.results.policy import Standing
from autograder.results.reading import ExportError
from autograder.results.score_columns import mark_in_words
from autograder.showing import lines_shown, plain_number, shown, spoken

VISIBILITIES = ("visible", "hidden", "after_due_date", "after_published")
VISIBILITY_HELP = (
    "When Gradescope shows a check to students: visible, hidden, after_due_date or "
    "after_published; for all checks, or for those whose id matches, as in "
    "'claims.*=after_due_date'. The last one that matches counts."
)
_STATUS = {
    Status.GRADED: "",
    Status.EMPTY: "No exercise file was found in this submission.",
    Status.UNREADABLE: "The exercise files of this submission cannot be read.",
    Status.ERROR: "The grader failed on this submission; that is not your fault. "
    "Please tell your instructor.",
}


class Visibility:
    """When students see a check.

    Rules are `WHEN` for every check or `PATTERN=WHEN` for those whose id the pattern matches, as in
    `claims.*=after_due_date`; the last one that matches counts.
    """

    def __init__(self, rules: Sequence[str] = ()) -> None:
        """Read the rules.

        Raises:
            ExportError: a rule names no visibility.
        """
        self.rules = [("*", "visible")]
        for rule in rules:
            pattern, equals, when = rule.rpartition("=")
            if when not in VISIBILITIES:
                raise ExportError(f"{rule!r} is no visibility; known are {', '.join(VISIBILITIES)}")
            self.rules.append((pattern if equals else "*", when))

    def of(self, check_id: str) -> str:
        """When the check is shown."""
        return [when for pattern, when in self.rules if fnmatch.fnmatchcase(check_id, pattern)][-1]


def results(
    report: Report,
    sentences: Mapping[str, str],
    visibility: Visibility,
    standing: Standing | None = None,
) -> dict[str, Any]:
    """The results of one submission.

    Args:
        sentences: check id -> the claim that students read.
        standing: what a policy says; the score is as earned, as Gradescope takes off for lateness
            by rules of its own.
    """
    return {
        "score": plain_number(report.score + sum(mark.earned or 0.0 for mark in report.written)),
        "execution_time": round(report.seconds, 3),
        "output": _overview(report, standing),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "stdout_visibility": "hidden",  # of the grader's own log
        "extra_data": {
            "student": shown(report.student),
            "assignment": shown(report.assignment),
            "status": str(report.status),
            "max_score": report.max_score,
            "seed": report.seed,
            "grader": report.grader,
            "files": {shown(name): digest for name, digest in report.files.items()},
            "notes": [shown(note.text, 500) for note in report.notes],
            "attention": list(reasons(report)),
            **({"policy": standing.by_name} if standing else {}),
        },
        "tests": [
            _test(check, place, sentences, visibility)
            for check, place in zip(report.checks, places_of_checks(report.checks), strict=True)
        ]
        + [_written(mark, visibility) for mark in report.written],
    }


def unfinished(why: str) -> dict[str, Any]:
    """The results of a submission of which nothing is known but that grading did not end."""
    return {
        "score": 0,
        "output": why,
        "output_format": "text",
        "stdout_visibility": "hidden",
        "tests": [],
    }


def json_bytes(record: Mapping[str, Any]) -> bytes:
    """The bytes of the file."""
    return json.dumps(record, ensure_ascii=True, allow_nan=False).encode("ascii") + b"\n"


def places_of_checks(checks: Sequence[CheckResult]) -> list[str]:
    """`exercise.function.check`, each counted from 1 in the order of the report."""
    exercises: dict[str, dict[str, int]] = {}
    found = []
    for check in checks:
        functions = exercises.setdefault(check.exercise, {})
        functions[check.function] = functions.get(check.function, 0) + 1
        place = list(exercises).index(check.exercise) + 1
        within = list(functions).index(check.function) + 1
        found.append(f"{place}.{within}.{functions[check.function]}")
    return found


def _test(
    check: CheckResult, place: str, sentences: Mapping[str, str], visibility: Visibility
) -> dict[str, Any]:
    status = "passed" if check.outcome is Outcome.PASSED else "failed"
    output = [sentences.get(check.id, ""), lines_shown(check.message)]
    return {
        "score": plain_number(check.earned),
        "max_score": plain_number(check.points),
        # A check of ours that went wrong has no verdict yet: Gradescope shows its text only.
        **({} if check.outcome is Outcome.BROKEN else {"status": status}),
        "name": f"{check.exercise} › {check.function} › {spoken(check.name)}",
        "name_format": "text",
        "number": place,
        "output": "\n".join(text for text in output if text),
        "output_format": "text",
        "tags": [check.exercise, check.function],
        "visibility": visibility.of(check.id),
        "extra_data": {"id": check.id, "outcome": str(check.outcome), "diagnosis": check.diagnosis},
    }


def _written(mark: WrittenMark, visibility: Visibility) -> dict[str, Any]:
    """A written question, whose text says so while no person has decided its points."""
    return {
        "score": plain_number(mark.earned or 0.0),
        "max_score": plain_number(mark.points),
        "name": f"{mark.exercise} › {spoken(mark.question)}",
        "name_format": "text",
        "output": mark_in_words(mark),
        "output_format": "text",
        "tags": [mark.exercise, mark.question],
        "visibility": visibility.of(f"{mark.exercise}.{mark.question}"),
    }


def _overview(report: Report, standing: Standing | None) -> str:
    # What students are to know; the instructor finds all of it in extra_data.
    notes = [shown(note.text, 500) for note in report.notes if not note.inside]
    policy = str(standing) if standing else ""
    if policy and any(mark.earned for mark in report.written):  # which are in the score above it
        policy += ", written questions aside"
    return "\n".join(text for text in (_STATUS[report.status], policy, *notes) if text)
