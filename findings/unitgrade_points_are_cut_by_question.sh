#!/usr/bin/env bash
# unitgrade 1.0.0.16 with NumPy 2.4.6 (Python 3.11): the points of each question are cut to a whole
# number before they are summed: nine of ten tests of a question of 1 point are worth 0, and a
# question of half a point is worth 0 to everybody.
#
# Expected: the share of tests that pass times the question's weight; the README calls a score a
# weighted average of the passed tests. The share is put into int() for each question.
#
# Seen, for four questions: 9 of 10 tests for 1 point are 0/1, 2 of 3 for 5 points are 3/5, where
# 3.33 is right, and 1 of 1 for 0.5 points is 0/0.5; all of 3 for 2 points are 2/2. The total is
# 5/8, of points that are 6.73 of 8.5. With all tests passed it is 8/8, since the most is cut as
# well, in the sum.
#
# Hurts: exercises with small weights: one failed test costs as much as all of them, and the more
# questions there are, the more is lost.
#
# What to do: give each question a weight that is a multiple of its number of tests.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet unitgrade==1.0.0.16 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import unittest

from unitgrade import Report, evaluate_report_student


def question(name, passing, failing):
    """A class with so many tests that pass and that fail."""
    tests = {f"test_right_{number}": lambda self: None for number in range(passing)}
    tests |= {f"test_wrong_{number}": lambda self: self.fail() for number in range(failing)}
    return type(name, (unittest.TestCase,), tests)


def evaluated(*questions):
    """Points of each question by its name, with its weight, and the total."""
    made = [(question(name, passing, failing), w) for name, passing, failing, w in questions]
    sheet = type("Sheet", (Report,), {"title": "Starts", "questions": made, "pack_imports": []})
    results = evaluate_report_student(sheet(), noprogress=True, generate_artifacts=False)
    details = results["details"].values()
    return {one["name"]: (one["obtained"], one["w"]) for one in details}, results["total"]


points, total = evaluated(("Ten", 9, 1, 1), ("Three", 2, 1, 5), ("Half", 1, 0, 0.5), ("All", 3, 0, 2))
print("seen:", points, total, "right:", 0.9 * 1 + 2 / 3 * 5 + 0.5 + 2)
assert points == {"Ten": (0, 1), "Three": (3, 5), "Half": (0, 0.5), "All": (2, 2)}, "not cut now"
assert total == (5, 8), "the sum is another one now"

points, total = evaluated(("Ten", 9, 1, 10), ("Three", 2, 1, 3))
print("weights that are multiples:", points, total)
assert points == {"Ten": (9, 10), "Three": (2, 3)} and total == (11, 13)
PYTHON
"$folder/venv/bin/python" seen.py > log 2>&1 || (cat log && false)
grep --extended-regexp "^(seen|weights)" log
echo "as before: each question's points are cut to a whole number"
