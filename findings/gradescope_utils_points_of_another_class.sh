#!/usr/bin/env bash
# gradescope-utils 0.5.0 (Python 3.11): where several test classes inherit a test with partial
# credit, one that ends before it sets its score is listed with the score of the class before it.
#
# Expected: 0 points for a test that raises, as for one that is written in its class itself. The
# score is kept with the function, which is one and the same for all classes that inherit it, and it
# is not taken away before the next run.
#
# Seen, for one test of 4 cases, inherited for the functions relu, tanh and slope: relu passes all
# cases, tanh two, and slope raises an error at the first. results.json has 4, 2 and 2 of 4 points,
# the last one with the status "failed" and the error's text: 8 in all, where 6 is right. With slope
# between relu and tanh it has 4. With the test in each class it has 0.
#
# Hurts: graders that check several functions with one table of cases: who fails the last one is
# given points, and how many depends on the names of the classes, which decide the order.
#
# What to do: begin such a test with set_score(0).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet gradescope-utils==0.5.0
cd "$folder"

cat > seen.py <<'PYTHON'
import io
import json
import math
import unittest

from gradescope_utils.autograder_utils.decorators import partial_credit
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner


def relu(a):
    return max(a, 0.0)


def tanh(a):
    """Right for two of the cases."""
    return math.tanh(a) if a >= 0 else 0.0


def slope(a):
    return 1.0 if a > 0 else zero  # noqa: F821 (the student's mistake)


RIGHT = {relu: relu, tanh: math.tanh, slope: lambda a: float(a > 0)}


def shared(begin=False):
    """A class whose test the others inherit."""

    class Cases:
        @partial_credit(4)
        def test_cases(self, set_score=None):
            if begin:
                set_score(0)
            right = RIGHT[self.function]
            set_score(sum(self.function(a) == right(a) for a in (-2.0, -1.0, 1.0, 2.0)))

    return Cases


def results(functions, bases):
    """Points and status by function, in this order, each in a class of its own."""
    suite = unittest.TestSuite()
    for function, base in zip(functions, bases, strict=True):
        made = {"function": staticmethod(function)}
        case = type(function.__name__, (base, unittest.TestCase), made)
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    written = io.StringIO()
    JSONTestRunner(stream=written).run(suite)
    tests = json.loads(written.getvalue())["tests"]
    names = [function.__name__ for function in functions]
    found = {name: (test["score"], test["status"]) for name, test in zip(names, tests, strict=True)}
    print(found, "together", json.loads(written.getvalue())["score"])
    return {name: points for name, (points, _) in found.items()}, found["slope"][1]


one = shared()
assert results([relu, tanh, slope], [one] * 3) == ({"relu": 4, "tanh": 2, "slope": 2}, "failed")
one = shared()
assert results([relu, slope, tanh], [one] * 3) == ({"relu": 4, "slope": 4, "tanh": 2}, "failed")
right = {"relu": 4, "tanh": 2, "slope": 0}, "failed"
assert results([relu, tanh, slope], [shared(), shared(), shared()]) == right, "so does its own"
one = shared(begin=True)
assert results([relu, tanh, slope], [one] * 3) == right, "set_score(0) is no remedy now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: an inherited test that raises has the points of the class before it"
