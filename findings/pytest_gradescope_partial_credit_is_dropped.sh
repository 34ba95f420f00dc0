#!/usr/bin/env bash
# pytest-gradescope 0.1.6 with pytest 8.4.2 (Python 3.11): the score that a test sets for partial
# credit is not in results.json: a test that passes has all its points, and one that fails has none.
# Neither is the value that a test sets for the leaderboard.
#
# Expected: what the README shows, `@partial_credit(weight)` and `set_score(partial_score)`, and a
# column of the leaderboard. The score is stored with the inner function; the report is made from
# the wrapper around it, whose attributes were copied when it was decorated, before there was a
# score.
#
# Seen: a test of 5 points with set_score(2) has 5 of 5, one with set_score(2) and a failed
# assertion has 0 of 5, and the leaderboard is empty after set_leaderboard_value(0.25). @weight
# works. No warning.
#
# Hurts: tests that count how many of their cases pass: everybody has full points, or nobody has any
# part of them.
#
# What to do: write one test for each part, with @weight, until results.json of a trial run has the
# score that was set.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pytest-gradescope==0.1.6 pytest==8.4.2
cd "$folder"

cat > test_layer.py <<'PYTHON'
from pytest_gradescope.decorators import leaderboard, partial_credit, weight


@partial_credit(5)
def test_two_of_five_cases(set_score=None):
    set_score(2)


@partial_credit(5)
def test_two_and_a_failure(set_score=None):
    set_score(2)
    raise AssertionError("the third case is wrong")


@leaderboard("loss", "asc")
def test_loss(set_leaderboard_value=None):
    set_leaderboard_value(0.25)


@weight(3)
def test_shape():
    pass
PYTHON
cat > seen.py <<'PYTHON'
import json
from pathlib import Path

results = json.loads(Path("results.json").read_text())
scores = {test["name"]: (test["score"], test["max_score"]) for test in results["tests"]}
print(scores, results["leaderboard"])
assert scores["test_two_of_five_cases"] == (5, 5), "the score that was set counts now"
assert scores["test_two_and_a_failure"] == (0, 5), "the score of a failed test counts now"
assert scores["test_shape"] == (3, 3), "weights differ now"
assert results["leaderboard"] == [], "there is a leaderboard now"
PYTHON
"$folder/venv/bin/python" -m pytest -q test_layer.py || test $? -eq 1 # one test fails
"$folder/venv/bin/python" seen.py
echo "as before: partial credit is all or nothing, and the leaderboard stays empty"
