"""What can be had is the sum of the points, in every output, for an assignment of any size."""

import csv
import io

import pytest
from rich.console import Console

from autograder.catalogue import Assignment
from autograder.exports import canvas, gradescope, junit, moodle, plain_table
from autograder.exports.gradescope import Visibility
from autograder.exports.people import Grades
from autograder.exports.roster import parse_roster
from autograder.messages import Message
from autograder.model import CheckResult, Outcome, Report, Status
from autograder.pages.class_numbers import numbers_of
from autograder.pages.class_report import class_page
from autograder.pages.feedback import feedback_page
from autograder.pages.names import named
from autograder.results.scores import score_lines
from autograder.results.summary import BAR, ClassSummary
from tests.results.schema import faults

ENVIRONMENT = {"python": "3.11.7", "numpy": "2.4.6", "lockdown": "kernel"}


def made(total: float) -> list[Report]:
    """Ann has everything, bob half, and cem's could not be graded."""

    def checks(earned: float) -> tuple[CheckResult, ...]:
        first = CheckResult(
            "e.f.a", "e", "f", 1.0, 0.0, Outcome.BROKEN, Message(observed="our fault")
        )
        rest = CheckResult("e.g.b", "e", "g", total - 1.0, earned, Outcome.PASSED)
        return first, rest

    def report(name: str, status: Status, *results: CheckResult) -> Report:
        return Report(
            name, "some", status, 1, "1", checks=results, environment=ENVIRONMENT, max_score=total
        )

    full = CheckResult("e.f.a", "e", "f", 1.0, 1.0, Outcome.PASSED)
    return [
        report("ann", Status.GRADED, full, checks(total - 1.0)[1]),
        report("bob", Status.GRADED, *checks(total / 2)),
        report("cem", Status.ERROR),
    ]


@pytest.mark.parametrize("total", [10.0, 101.0])
def test_every_output_has_the_sum(total: float) -> None:
    reports = made(total)
    ann, bob, cem = reports
    most, half = f"{total:g}", f"{total / 2:g}"
    assert [r.score for r in reports] == [total, total / 2, 0.0]
    assert {r.to_dict()["max_score"] for r in reports} == {total}
    assert Report.from_dict(cem.to_dict()) == cem
    assert faults(ann.to_dict() | {"attention": []}) == []

    table = [list(row) for row in plain_table.rows(Grades(reports))]
    at = table[0].index("max_score")
    assert [float(row[at]) for row in table[1:]] == [total] * 3
    assignment = Assignment("some", {"e": ["f", "g"]}, lambda rng: rng)
    lines = list(csv.DictReader(io.StringIO("".join(score_lines(reports, assignment)))))
    assert [line["max_score"] for line in lines] == [most] * 3
    assert canvas.sheet(Grades(reports, "H")).rows[1][-1] == total
    roster = parse_roster("folder,identifier\nann,Participant 1\nbob,Participant 2\n")
    sheet = moodle.sheet(Grades(reports[:2], "H", "total", roster))
    assert [row[sheet.rows[0].index("Maximum Grade")] for row in sheet.rows[1:]] == [total] * 2
    assert moodle.feedback(bob, {}).startswith(f"<p>{half} of {most} points")
    assert f'name="max_score" value="{most}"' in junit.document(reports).decode()
    record = gradescope.results(bob, {}, Visibility())
    assert record["extra_data"]["max_score"] == sum(t["max_score"] for t in record["tests"])


@pytest.mark.parametrize("total", [10.0, 101.0])
def test_pages_and_terminal_have_the_sum_and_the_environment(total: float) -> None:
    reports = made(total)
    assignment = Assignment("some", {"e": ["f", "g"]}, lambda rng: rng)
    page = feedback_page(reports[1], assignment)
    assert f"</strong> of {total:g} points" in page
    assert "1 of these points are not decided yet" in page
    assert "Python 3.11.7, NumPy 2.4.6, lock-down: kernel" in page
    summary = numbers_of(reports)
    assert "Python 3.11.7, NumPy 2.4.6, lock-down: kernel" in class_page(
        summary, assignment, named(row.student for row in summary.rows)
    )
    console = Console(record=True, width=100, file=io.StringIO())
    ClassSummary.of(reports).show(console)
    said = console.export_text()
    assert f"mean score {1.5 * total / 2:.1f} of {total:g}" in said  # cem has none: that is no zero
    assert said.count("█") == 2 * BAR
    assert "graded with Python 3.11.7, NumPy 2.4.6, lock-down: kernel" in said
