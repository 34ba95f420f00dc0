#!/usr/bin/env bash
# dlai-grader 2.3.0 with NumPy 2.4.6 (Python 3.11): a failed test whose expected or returned value
# is an array ends the grading with an error; and a message leaves out a value that is 0, False or
# [].
#
# Expected: a score and a message. To see whether there is a value to show, it asks whether the
# value is true, which an array of several numbers does not answer, and which 0 is not.
#
# Seen, by compute_grading_score with two tests of which one passes: for the expected array [1, 2]
# and the returned [1, 3] a ValueError, "The truth value of an array with more than one element is
# ambiguous", and no score; if both tests pass it is 1.0. For an expected 0 and a returned 0.5 the
# message is "but got: 0.5" without what was expected; for 0.5 and 0 it is "Expected: 0.5" without
# what came. The lists [1, 2] and [1, 3] are shown. One failed test of 201 has the score 1.0.
#
# Hurts: exercises on weights and gradients: who is right has a score, and who is wrong an error;
# and starts at zero are reported without the number that matters.
#
# What to do: give `want` and `got` as text, str(value).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dlai-grader==2.3.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from dlai_grader.grading import compute_grading_score, test_case


def graded(want, got, passed=1):
    """Score and message of one failed test and so many passed ones."""
    failed = test_case(msg="weights", want=want, got=got, failed=True)
    return compute_grading_score([failed] + [test_case()] * passed)


try:
    graded(np.array([1, 2]), np.array([1, 3]))
except ValueError as error:
    print(error)
    assert "truth value of an array with more than one element is ambiguous" in str(error)
else:
    raise AssertionError("arrays are shown now")
assert compute_grading_score([test_case(want=np.ones(2), got=np.ones(2))])[0] == 1
for want, got in ((0, 0.5), (0.5, 0), ([1, 2], [1, 3])):
    print(want, got, graded(want, got))
assert "Expected" not in graded(0, 0.5)[1] and "got" in graded(0, 0.5)[1]
assert "Expected" in graded(0.5, 0)[1] and "got" not in graded(0.5, 0)[1]
assert "[1, 2]" in graded([1, 2], [1, 3])[1] and "[1, 3]" in graded([1, 2], [1, 3])[1]
print("1 of 201 failed:", graded(1, 2, passed=200)[0])
assert graded(1, 2, passed=200)[0] == 1.0 and graded(1, 2, passed=99)[0] == 0.99
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a wrong array ends in an error"
