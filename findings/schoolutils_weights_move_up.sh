#!/usr/bin/env bash
# schoolutils 0.1.7 (Python 3.11): where a grade is missing, `weighted_average` and
# `letter_grade_average` with filter_nan weigh the grades after it with the weights of others.
#
# Expected: each grade with its own weight. The docstring says that weights[i] belongs to values[i];
# filter_nan takes missing grades out of the values, and not out of the weights, so that all that
# follow move up by one place. That the weights which are left do not sum to 1 is documented.
#
# Seen, for papers of 20, 30 and 50 percent: without the first, 80 and 90 are 43.0, which is 80 *
# 0.2 + 90 * 0.3, where 69.0 is right; divided by the weights that were used, 0.8, it is 53.8 where
# 86.25 is right. The letters none, C and A give 1.6 on the scale to 4 where 2.6 is right. Without
# the last paper both are right. No warning.
#
# Hurts: a missing early paper counts as more than it is worth, and a missing last one does not.
#
# What to do: take out the missing grades together with their weights before, and divide by the sum
# of those that are left.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet schoolutils==0.1.7
cd "$folder"

cat > seen.py <<'PYTHON'
import math

from schoolutils.grading.calculator_helpers import (
    letter_grade_average,
    letter_to_points,
    weighted_average,
)

WEIGHTS = [0.2, 0.3, 0.5]


def right(values):
    """Sum of the values that are there, each times its own weight."""
    return sum(w * v for w, v in zip(WEIGHTS, values, strict=True) if v is not None)


for values, expected in (
    ([None, 80.0, 90.0], 43.0),
    ([80.0, None, 90.0], 43.0),
    ([80.0, 90.0, None], 43.0),
):
    found = weighted_average(values, WEIGHTS, filter_nan=True)
    print(f"{values}: {found}, right is {right(values)}")
    assert math.isclose(found, expected), "another number now"
    assert math.isclose(found, right(values)) == (values[2] is None)

for letters, expected in (([None, "C", "A"], 1.6), (["C", "A", None], 1.6)):
    found = letter_grade_average(letters, WEIGHTS, filter_nan=True)
    points = [letter and letter_to_points(letter) for letter in letters]
    print(f"{letters}: {found}, right is {right(points)}")
    assert math.isclose(found, expected), "another number for letters now"
    assert math.isclose(found, right(points)) == (letters[2] is None)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: after a missing grade the weights are those of others"
