#!/usr/bin/env bash
# gradema 0.1.1 (Python 3.11): a section with six or seven parts of equal weight cannot be graded:
# an AssertionError without a message; and a share of the points loses one to rounding.
#
# Expected: the points, shared out as whole numbers that sum to the total. The README offers evenly
# weighted sections, and its example has them everywhere. The shares are summed as floats and then
# cut to whole points: six times 1/6 is 0.9999999999999999, of which the last point is not given to
# anybody, and that all were given is asserted.
#
# Seen, for 10, 20, 50 and 100 points alike: with 1 to 5, 8 and 9 evenly weighted sections all points
# are shared out, with 6, 7 and 10 the grading ends, before any test runs. Six sections of 20 points
# that state a weight of 1 end as well. A test that returns a share of 0.29 for 100 points has 28
# points, and 0.57 has 56, since 100 * 0.29 is 28.999999999999996; 29 of 100 cases have 29.
#
# Hurts: instructors whose assignment gets a sixth part; students whose share is not cut from a
# fraction.
#
# What to do: state points for each section, and return numbers of cases instead of shares.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet gradema==0.1.1
cd "$folder"

cat > seen.py <<'PYTHON'
from gradema.grader import GraderReporter, grade_section
from gradema.section import Section
from gradema.test import FractionalTestResult, PercentTestResult, Test


class Report(GraderReporter):
    """Says nothing."""

    test_reporter = None

    def report_start(self, max_points):
        pass

    def report_test_result(self, result, points, max_points):
        pass

    def subsection(self, section):
        return self


class Fixed(Test):
    """A test with this result."""

    name = "fixed"

    def __init__(self, result):
        self.result = result

    def run(self, reporter):
        return self.result


def graded(points, parts):
    """Points for an assignment of these parts, or the error's name."""
    try:
        return grade_section(Report(), points, Section.pointed(points, "all", parts))
    except AssertionError as error:
        assert not str(error)
        return "AssertionError"


PASSED = Fixed(FractionalTestResult(1, 1))
for points in (10, 20, 50, 100):
    found = {
        count: graded(points, [Section.evenly_weighted(f"part {n}", PASSED) for n in range(count)])
        for count in range(1, 11)
    }
    print(f"{points} points by the number of equal parts: {found}")
    ended = [count for count, one in found.items() if one == "AssertionError"]
    assert ended == [6, 7, 10], "other numbers of parts end now"
    assert all(one == points for count, one in found.items() if count not in ended)

weighted = graded(20, [Section.weighted(1, f"part {n}", PASSED) for n in range(6)])
print("six parts with the weight 1:", weighted)
assert weighted == "AssertionError", "stated weights are shared out now"

for share, cases, expected in ((0.29, 29, 28), (0.57, 57, 56), (0.5, 50, 50)):
    by_share = graded(100, Fixed(PercentTestResult(share)))
    by_cases = graded(100, Fixed(FractionalTestResult(cases, 100)))
    print(f"share {share}: {by_share} of 100, {cases} of 100 cases: {by_cases}")
    assert by_share == expected and by_cases == cases, "shares are rounded otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: six equal parts end the grading"
