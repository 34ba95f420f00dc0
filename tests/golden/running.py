"""Runs one golden folder and gives back what people would see.

A case is a folder with `input/`: hand-ins as `autograder grade` takes them. Beside it lies what
must come of it: `terminal.txt` (the blocks and the table of `pytest autograder`), `record.json`
and `page.txt` (the words of the pages of feedback), for every student.
"""

import html
import json
import re
from pathlib import Path

from autograder.authoring.bench import LIMITS
from autograder.catalogue import find_assignment
from autograder.fronts import text
from autograder.grading.case_sets import CaseChoice
from autograder.handins import finding
from autograder.model import Report
from autograder.pages.feedback import feedback_page
from tests.validity.judging import bench

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/input"))
OUTPUTS = ("terminal.txt", "record.json", "page.txt")
# What differs from machine to machine and from run to run.
_MOVING = {"seconds": 0.0, "grader": "VERSION", "environment": {}}


def outputs(case: Path) -> dict[str, str]:
    """File name -> text that the grader makes of a case now."""
    from autograder.grading.submission import grade_submission

    assignment = find_assignment("weight_init")
    reports = []
    for place in finding.find(case / "input", assignment).places:
        submission = finding.read(place, assignment).submission
        reports.append(
            grade_submission(
                submission, assignment, bench().launcher.launch, CaseChoice(seed=1), LIMITS
            )
        )
    return {
        "terminal.txt": "\n".join(map(_terminal, reports)),
        "record.json": json.dumps([_record(r) for r in reports], indent=1, ensure_ascii=False)
        + "\n",
        "page.txt": "\n".join(_words(feedback_page(r, assignment)) for r in reports),
    }


def _terminal(report: Report) -> str:
    claims = find_assignment(report.assignment).claims()
    open_ = text.open_functions(report.checks)
    lines = [f"=== {report.student}"]
    for _, block in text.blocks(report.checks, claims, 80):
        lines += ["", *block]
    lines += ["", f"to write: {', '.join(open_)}", *text.points_table(report.checks)]
    return "\n".join([*lines, "", text.closing_word(report.checks), ""])


def _record(report: Report) -> dict[str, object]:
    return report.to_dict() | _MOVING


def _words(page: str) -> str:
    body = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    words = html.unescape(re.sub(r"<[^>]+>", "\n", body))
    lines = (" ".join(line.split()) for line in words.splitlines())
    kept = [line for line in lines if line and not re.search(r"Python|autograder \d", line)]
    return "\n".join(kept) + "\n"
