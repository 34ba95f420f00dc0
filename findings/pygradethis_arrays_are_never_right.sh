#!/usr/bin/env bash
# pygradethis 0.4.0 with NumPy 2.4.6 and pandas 3.1.1 (Python 3.11): an array or a Series of two or
# more numbers is never right, equal or not; and where None is what passes, everything does.
#
# Expected: a comparison number by number, or a complaint. A result is compared by `==`, whose
# answer for an array is neither true nor false; the error that NumPy raises counts as "not equal".
# Only data frames are compared by pandas. And an expected None stands for "whatever it is", which
# the README says of fail_if_equals, for what should come last, and which holds for pass_if_equals
# too.
#
# Seen: np.array([0.1, 0.2]) fails for np.array([0.1, 0.2]), and a Series of 1.0 and 2.0 for the
# same one; the list [0.1, 0.2] passes, an array of one number also passes for the number, and a
# data frame of the same numbers passes. The message of the failure is empty. With
# pass_if_equals(None), for a function that changes its argument in place and returns nothing, 5
# passes, and "w" does.
#
# Hurts: exercises on weights and gradients: nobody is right, and who returns something where
# nothing should be returned is.
#
# What to do: compare result.tolist() with a list, or wrap both in a data frame, which has
# tolerances as well; for None let the student's code end in `result is None`, and expect True.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pygradethis==0.4.0 numpy==2.4.6 pandas==3.1.1
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
import pandas as pd
from pygradethis.conditions import pass_if_equals
from pygradethis.grade_result import grade_result


def verdict(expected, result):
    """Whether the result passes where `expected` does, and the message."""
    graded = grade_result(pass_if_equals(expected), user_result=result)
    return graded["correct"], graded["message"]


numbers = [0.1, 0.2]
for make in (np.array, pd.Series, list, pd.DataFrame):
    print(make.__name__, verdict(make(numbers), make(numbers)))
assert verdict(np.array(numbers), np.array(numbers)) == (False, ""), "arrays are compared now"
assert verdict(pd.Series([1.0, 2.0]), pd.Series([1.0, 2.0])) == (False, ""), "series are now"
assert verdict(numbers, [0.1, 0.2])[0] and not verdict(numbers, [0.1, 0.3])[0]
assert verdict(np.array([0.5]), 0.5)[0]
frame = pd.DataFrame({"w": numbers})
assert verdict(frame, frame.copy())[0] and not verdict(frame, 2 * frame)[0]
print("None:", verdict(None, 5), verdict(None, "w"))
assert verdict(None, 5)[0] and verdict(None, "w")[0], "None is compared now"
assert not verdict(True, False)[0]
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: equal arrays fail"
