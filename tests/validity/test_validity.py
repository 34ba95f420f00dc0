"""Every check on trial. `python -m tests.validity` prints the same as tables."""

from __future__ import annotations

import pytest

from autograder.model import Outcome, Status
from autograder.notes import texts
from tests.corpora import right_overlays, wrong_overlays
from tests.validity.judging import (
    Verdict,
    assignment,
    forms,
    in_parallel,
    judge,
    judge_form,
    judge_right,
    judge_wrong,
)

WRONG, RIGHT = list(wrong_overlays()), list(right_overlays())
# Every fourth is judged whenever tests run, the others with `--rest`: all take a minute and a half.
# What is not written is among the others: some claims on the whole network lose points by it only.
SAMPLE = [overlay for overlay in WRONG[::4] if not overlay.name.endswith("__stub")]
PARTS = {"sample": SAMPLE, "others": [overlay for overlay in WRONG if overlay not in SAMPLE]}
OTHERS = pytest.param("others", marks=pytest.mark.thorough)


@pytest.fixture(scope="module", params=["sample", OTHERS])
def verdicts(request: pytest.FixtureRequest) -> list[Verdict]:
    return in_parallel(judge_wrong, PARTS[request.param])


def test_the_corpora_are_broad() -> None:
    assert len(WRONG) >= 120
    assert len(RIGHT) + len(forms().FORMS) >= 50
    functions = {name for names in assignment().exercises.values() for name in names}
    assert {overlay.function for overlay in WRONG} == functions


def test_every_wrong_submission_loses_points_where_it_is_wrong(verdicts: list[Verdict]) -> None:
    assert [v.overlay.name for v in verdicts if not v.caught] == []


def test_no_wrong_submission_loses_points_elsewhere(verdicts: list[Verdict]) -> None:
    assert {v.overlay.name: v.elsewhere for v in verdicts if v.elsewhere} == {}


def test_one_wrong_function_leaves_85_points(verdicts: list[Verdict]) -> None:
    assert {v.overlay.name: v.report.score for v in verdicts if v.report.score < 85} == {}


def test_a_claim_that_fails_for_another_fault_says_whose(verdicts: list[Verdict]) -> None:
    silent = [
        (v.overlay.name, c.id)
        for v in verdicts
        for c in v.report.checks
        if c.exercise == "claims"
        and c.outcome is not Outcome.PASSED
        and (c.outcome is not Outcome.BLOCKED or f"`{v.overlay.function}`" not in c.message)
    ]
    assert silent == []


def test_the_misconception_is_named(verdicts: list[Verdict]) -> None:
    unnamed = {v.overlay.name: v.diagnoses for v in verdicts if not v.diagnosed}
    # The aim of the project is 90 %; the corpus stands higher, and is not to sink again.
    assert len(unnamed) <= 0.05 * len(verdicts), unnamed


@pytest.mark.parametrize("verdicts", [OTHERS], indirect=True)
def test_every_check_is_killed_by_a_wrong_submission(verdicts: list[Verdict]) -> None:
    killed = {c.id for v in verdicts for c in v.report.checks if c.earned < c.points}
    assert {check.id for check in assignment().checks} - killed == set()


def test_no_check_breaks(verdicts: list[Verdict]) -> None:
    broken = [c.id for v in verdicts for c in v.report.checks if c.outcome is Outcome.BROKEN]
    assert broken == []


def test_right_submissions_get_all_points() -> None:
    reports = in_parallel(judge_right, RIGHT)
    short = {r.student: [c.id for c in r.checks if c.earned < c.points] for r in reports}
    assert {name: ids for name, ids in short.items() if ids} == {}
    assert all(report.score == 100.0 for report in reports)


def test_right_submissions_get_all_points_in_any_form() -> None:
    reports = in_parallel(judge_form, sorted(forms().FORMS))
    assert {r.student: (r.score, texts(r.notes)) for r in reports if r.score != 100.0} == {}
    assert all(report.status is Status.GRADED for report in reports)


def test_the_stubs_get_nothing() -> None:
    exercises = {
        path.name: path.read_bytes()
        for path in (pytest.importorskip("tests.corpora").HERE.parent / "exercises").glob("*/*.*")
    }
    for ending in (".py", ".ipynb"):
        report = judge("stub", {n: d for n, d in exercises.items() if n.endswith(ending)})
        assert report.score == 0.0
        assert report.status is Status.GRADED
