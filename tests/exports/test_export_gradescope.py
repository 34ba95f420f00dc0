"""Gradescope's results.json."""

import json

import pytest

from autograder.exports.gradescope import (
    Visibility,
    json_bytes,
    places_of_checks,
    results,
    unfinished,
)
from autograder.model import Status
from autograder.notes import BROKEN, LEFT_OUT, texts
from autograder.results.reading import ExportError
from tests.exports.conftest import CHECKS
from tests.gradescope.gradescope_rules import problems


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b'{"score": 1}', 0),
        (b'{"tests": [{"score": 1}]}', 0),
        (b'{"tests": [{"name": "x"}]}', 1),
        (b"{}", 1),
        (b"[]", 1),
        (b'{"score": NaN}', 1),
        (b'{"score": true}', 1),
        (b'{"score": 1, "max_score": 2, "visibility": "no"}', 2),
        (b'{"score": 1, "tests": [{"status": "blocked", "number": 3, "tags": [4]}]}', 3),
    ],
)
def test_the_rules_find_what_is_wrong(data, count):
    assert len(problems(data)) == count


def test_everybody_gets_results_by_the_rules(hostile_class):
    for report in hostile_class:
        assert problems(json_bytes(results(report, {}, Visibility()))) == []


def test_points_and_words_arrive(report):
    record = results(report("ann"), {"a.f.is_new": "Every call is new."}, Visibility())
    assert record["score"] == 62.5 == sum(test["score"] for test in record["tests"])
    assert sum(test["max_score"] for test in record["tests"]) == 100
    verdicts = [test.get("status") for test in record["tests"]]
    assert verdicts == ["passed", "failed", None, "failed"]  # ours that broke has none
    failed = record["tests"][1]
    assert failed["name"] == "a › f › is new"
    assert failed["output"].startswith("Every call is new.\nwe ran: f(1)\nwe saw: <b>no</b>")
    assert "\x1b" not in failed["output"]
    assert failed["extra_data"]["diagnosis"] == "returns-shared-array"


def test_nothing_is_rendered(report):
    record = results(report("ann"), {}, Visibility())
    formats = [record[name] for name in ("output_format", "test_output_format", "test_name_format")]
    formats += [test[name] for test in record["tests"] for name in ("name_format", "output_format")]
    assert set(formats) == {"text"}


def test_numbers_follow_exercises_functions_and_checks():
    assert places_of_checks(CHECKS) == ["1.1.1", "1.1.2", "1.2.1", "2.1.1"]


def test_students_are_told_what_became_of_the_submission(report):
    notes = (LEFT_OUT(file="a.py", why="it is odd"), BROKEN(check="a.g.holds", why="KeyError"))
    graded = results(report("ann", notes=notes), {}, Visibility())
    assert (
        graded["output"] == "a.py was left out: it is odd"
    )  # the grader's own faults are not for students
    assert graded["extra_data"]["notes"] == texts(notes)
    for status, words in ((Status.EMPTY, "No exercise file"), (Status.ERROR, "not your fault")):
        record = results(report("ann", status=status, checks=()), {}, Visibility())
        assert words in record["output"]
        assert problems(json_bytes(record)) == []


def test_visibility_is_decided_by_the_last_rule_that_matches(report):
    visibility = Visibility(["after_due_date", "a.*=visible", "a.f.is_new=hidden"])
    shown = [test["visibility"] for test in results(report("ann"), {}, visibility)["tests"]]
    assert shown == ["visible", "hidden", "visible", "after_due_date"]
    assert Visibility().of("anything") == "visible"


@pytest.mark.parametrize("rule", ["", "never", "a.*=", "a.*=never"])
def test_an_unknown_visibility_is_refused(rule):
    with pytest.raises(ExportError, match="after_published"):
        Visibility([rule])


def test_an_unfinished_result_is_one_too():
    data = json_bytes(unfinished("It did not end."))
    assert problems(data) == []
    assert json.loads(data)["score"] == 0
