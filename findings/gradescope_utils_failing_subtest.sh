#!/usr/bin/env bash
# gradescope-utils 0.5.0 (Python 3.11): a test that fails inside `with self.subTest(...)` is missing
# from results.json: no entry, no message, and its points are in no maximum. The run itself says
# that it failed.
#
# Seen: of three tests worth 3, 5 and 7 points, of which the last fails in one of its subtests,
# results.json lists two, with 8 points as the most that can be had; unittest counts one failure.
# A passing test with subtests is listed as usual.
#
# What to do: use no subTest in a weighted test. Collect what is wrong in a list and fail once at
# the end, or write one test for each case. And compare the sum of max_score with the points of the
# assignment before uploading.
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

from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner


class Sigmoid(unittest.TestCase):
    @weight(3)
    def test_plain(self):
        self.assertEqual(math.tanh(0.0), 0.0)

    @weight(5)
    def test_all_subtests_pass(self):
        for a in (-1.0, 1.0):
            with self.subTest(a=a):
                self.assertLess(abs(math.tanh(a)), 1.0)

    @weight(7)
    def test_one_subtest_fails(self):
        for a in (-1.0, 1.0):
            with self.subTest(a=a):
                self.assertGreater(math.tanh(a), 0.0)


written = io.StringIO()
outcome = JSONTestRunner(stream=written).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(Sigmoid)
)
entries = json.loads(written.getvalue())["tests"]
listed = {entry["name"].split()[0]: entry["max_score"] for entry in entries}
print("listed:", listed, "failures:", len(outcome.failures))
assert listed == {"test_plain": 3, "test_all_subtests_pass": 5}, "the failing test is listed now"
assert len(outcome.failures) == 1 and outcome.testsRun == 3
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the test with the failing subtest and its 7 points are not in results.json"
