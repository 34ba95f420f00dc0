#!/usr/bin/env bash
# generic-grader 0.3.0 with NumPy 2.4.6 (Python 3.11): where the reference solution returns a number
# of NumPy, a student's Python float of the same value fails; the other way round it passes. And an
# array with a nan is never right, whatever the student returns.
#
# Expected: the comparison within tolerances that its options offer, alike for both kinds of numbers
# as for both directions. It asks first whether the answer is an instance of the reference's type;
# NumPy's float64 is a float to Python, but a float is no float64. Of two nan it says that they are
# equal in a list, and different in an array.
#
# Seen, by function_return_values_match_reference: loss by np.mean in the reference and by sum() and
# / in the answer, both 0.125: "returned a(n) float, but a(n) float64 was expected". With np.mean in
# the answer and float(np.mean(...)) in the reference it passes. np.array([0.1, nan]) for the same
# array fails with "expected=np.float64(nan), actual=np.float64(nan)"; [0.1, nan] for the same list
# passes.
#
# Hurts: who does without NumPy where the instructor uses it: right, and no points, with a type in
# the message that most students have not met.
#
# What to do: return plain numbers from the reference, with float() or .tolist(), and keep nan out
# of its arrays.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet generic-grader==0.3.0 numpy==2.4.6
mkdir "$folder/course" "$folder/course/tests"
cd "$folder/course"

touch tests/__init__.py
cat > tests/reference.py <<'PYTHON'
import numpy as np


def by_numpy(y, t):
    return np.mean((np.array(y) - np.array(t)) ** 2)


def by_python(y, t):
    return float(by_numpy(y, t))


def array(y, t):
    return np.array([0.1, np.nan])


def plain_list(y, t):
    return [0.1, float("nan")]
PYTHON
cat > answer.py <<'PYTHON'
import numpy as np


def by_numpy(y, t):
    return sum((a - b) ** 2 for a, b in zip(y, t)) / len(y)


def by_python(y, t):
    return np.mean((np.array(y) - np.array(t)) ** 2)


def array(y, t):
    return np.array([0.1, np.nan])


def plain_list(y, t):
    return [0.1, float("nan")]
PYTHON
cat > seen.py <<'PYTHON'
import unittest

from generic_grader.function import function_return_values_match_reference as returned
from generic_grader.utils.options import Options


def complaint(name):
    """What the test of this function says, or nothing if it passes."""
    options = Options(
        weight=2, sub_module="answer", obj_name=name, args=([1.0, 2.0], [0.5, 2.0])
    )
    outcome = unittest.TestResult()
    case = returned.build(options)
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(outcome)
    assert outcome.testsRun == 1 and not outcome.errors, outcome.errors
    return " ".join(" ".join(text for _, text in outcome.failures).split())


said = {name: complaint(name) for name in ("by_numpy", "by_python", "array", "plain_list")}
for name, words in said.items():
    print(f"{name}: {words[-260:] or 'passes'}")
assert "returned a(n) float, but a(n) float64 was expected" in said["by_numpy"]
assert "expected=np.float64(nan), actual=np.float64(nan)" in said["array"]
assert not said["by_python"] and not said["plain_list"], "these fail now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a Python float is no answer where NumPy's is expected"
