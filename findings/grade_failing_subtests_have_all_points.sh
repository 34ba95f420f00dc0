#!/usr/bin/env bash
# grade 3.0.1 (Python 3.11): a test that fails inside `with self.subTest(...)` has all of its
# points, and so has one that is skipped.
#
# Expected: 0 points, as for a test that fails outside, and for a skipped one no entry or 0 of its
# points. The points are all there unless a failure of the test is found; a subtest's failure is
# kept under the subtest, which is not looked for.
#
# Seen, for four tests of 5 points: one that passes, one that fails, one that is skipped, and one
# with three subtests of which two fail: 15 of 20 points. The entry of the last one has 5 of 5 and
# no output, while the run itself says that it was not successful.
#
# Hurts: a loop over cases is what subTest is for: whoever gets a single case right, or none, has
# all the points for it.
#
# What to do: collect what is wrong in the loop, and fail once behind it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet grade==3.0.1
cd "$folder"

cat > seen.py <<'PYTHON'
import unittest

from grade.decorators import weight
from grade.runners import GradedRunner


class Slopes(unittest.TestCase):
    @weight(5)
    def test_passes(self):
        self.assertEqual(2 * 3, 6)

    @weight(5)
    def test_fails(self):
        self.assertEqual(2 * 3, 7)

    @weight(5)
    @unittest.skip("not this week")
    def test_skipped(self):
        self.assertEqual(2 * 3, 7)

    @weight(5)
    def test_subtests(self):
        for slope in (6, 7, 8):
            with self.subTest(slope=slope):
                self.assertEqual(2 * 3, slope)


result = GradedRunner().run(unittest.defaultTestLoader.loadTestsFromTestCase(Slopes))
points = {test["name"].partition("_")[2]: test["score"] for test in result.data["tests"]}
print(points, result.score, "of", result.maxScore)
assert not result.wasSuccessful() and len(result.failures) == 3
assert points["passes"] == 5 and points["fails"] == 0
assert points["subtests"] == 5, "failing subtests cost points now"
assert points["skipped"] == 5, "a skipped test has other points now"
assert not any("output" in test for test in result.data["tests"] if "subtests" in test["name"])
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: failing subtests have all points"
