#!/usr/bin/env bash
# HybridJSONTestRunner 1.0.0 (Python 3.11): in the results for PrairieLearn every test counts alike,
# however many points it has; in those for Gradescope points are added up.
#
# Expected: a score of points earned by points possible in both; that is what @Weight is for, and
# each entry has its points and max_points. The score of the whole is the mean of the tests' shares.
#
# Seen, for tests of 1, 1 and 18 points: who fails one small test has 19 of 20 points, and the score
# 0.67 in PrairieLearn; who fails the large one has 2 of 20 points, and the score 0.67 as well.
#
# Hurts: a course that moves from Gradescope to PrairieLearn with its tests gives other grades for
# the same hand-ins, and the points in each test's entry do not show it.
#
# What to do: pass a `result_finalizer` of one's own that divides the sum of points by the sum of
# max_points, or give all tests the same weight.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet HybridJSONTestRunner==1.0.0
cd "$folder"

cat > seen.py <<'PYTHON'
import io
import json
import unittest

from autograder_utils.Decorators import Weight
from autograder_utils.JSONTestRunner import JSONTestRunner
from autograder_utils.ResultBuilders import gradescopeResultBuilder, prairieLearnResultBuilder
from autograder_utils.ResultFinalizers import gradescopeResultFinalizer, prairieLearnResultFinalizer

FORMS = {
    "Gradescope": (gradescopeResultBuilder, gradescopeResultFinalizer),
    "PrairieLearn": (prairieLearnResultBuilder, prairieLearnResultFinalizer),
}


def results(form, failed):
    """What the form says of a hand-in that fails the one test of this name."""

    class Layer(unittest.TestCase):
        @Weight(1)
        def test_shape(self):
            self.assertNotEqual(failed, "shape")

        @Weight(1)
        def test_bias(self):
            self.assertNotEqual(failed, "bias")

        @Weight(18)
        def test_gradient(self):
            self.assertNotEqual(failed, "gradient")

    builder, finalizer = FORMS[form]
    stream = io.StringIO()
    runner = JSONTestRunner(stream=stream, result_builder=builder, result_finalizer=finalizer)
    runner.run(unittest.defaultTestLoader.loadTestsFromTestCase(Layer))
    return json.loads(stream.getvalue())


for failed, points in {"shape": 19, "gradient": 2}.items():
    here, there = results("Gradescope", failed), results("PrairieLearn", failed)
    entries = [(test["points"], test["max_points"]) for test in there["tests"]]
    print(f"failed {failed}: {here['score']} of 20, in PrairieLearn {there['score']:.3f}")
    assert here["score"] == sum(earned for earned, _ in entries) == points, "points differ now"
    assert sum(possible for _, possible in entries) == 20, "the maximum differs now"
    assert abs(there["score"] - 2 / 3) < 1e-12, "points weigh in PrairieLearn's score now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: PrairieLearn's score is the mean of the tests, whatever their points"
