#!/usr/bin/env bash
# otter-grader 7.0.0 (Python 3.11): the points that a question declares are not always what it is
# worth. Where every test case has points of its own, their sum counts, and a declared total above
# it is passed over without a word; a total below it is refused with a clear error.
#
# Seen: a question of 3 points with two cases of 1 point each gives 2 of 2 to a right function, in
# the question's result and in the sum of an assignment. The same question with one case left
# without points gives 3 of 3, since that case takes up the rest.
#
# What to do: leave the points of one case of every question open, or compare `possible` with the
# declared points when an assignment is made; totals in a learning system are wrong otherwise.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet otter-grader==7.0.0
cd "$folder"

cat > seen.py <<'PYTHON'
import math
from pathlib import Path

import otter
from otter.test_files import GradingResults

QUESTION = """
OK_FORMAT = True
test = {{
    "name": "{name}",
    "points": {total},
    "suites": [{{
        "type": "doctest", "scored": True, "setup": "", "teardown": "",
        "cases": [
            {{"code": ">>> slope(0.0)\\n0.25", "points": 1}},
            {{"code": ">>> slope(50.0) < 1e-20\\nTrue"{points}}},
        ],
    }}],
}}
"""


def slope(a):
    """The slope of the logistic function."""
    h = 1 / (1 + math.exp(-a))
    return h * (1 - h)


def result(name, total, points=""):
    """What a right `slope` gets in a question that declares this total."""
    Path("tests").mkdir(exist_ok=True)
    Path(f"tests/{name}.py").write_text(QUESTION.format(name=name, total=total, points=points))
    return otter.Notebook(tests_dir="tests").check(name, global_env={"slope": slope})


closed = result("closed", 3, ', "points": 1')
left_open = result("left_open", 3)
for question in (closed, left_open):
    print(f"{question.name}: declared 3, worth {question.score} of {question.possible}")
assert (closed.score, closed.possible) == (2, 2), "the declared total counts now"
assert (left_open.score, left_open.possible) == (3, 3), "an open case takes no rest now"
assert GradingResults([closed, left_open]).possible == 5, "the sum is another one now"

try:
    result("too_small", 1, ', "points": 1')
except ValueError as error:
    print(f"declared 1, cases worth 2: {error}")
else:
    raise AssertionError("a total below the sum of its cases is taken now")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a declared total above the sum of its cases is passed over"
