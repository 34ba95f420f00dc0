#!/usr/bin/env bash
# e2xgradingtools 0.0.4 with NumPy 2.4.6 (Python 3.11): where the right answer is 0, an answer of 0
# fails, unless it is a scalar of NumPy.
#
# Expected: a pass, since 0 is within any tolerance of 0. The comparison of numbers works out both
# errors first and divides the absolute one by the target; 0.0 / 0 of Python's numbers is an error,
# which is reported as the student's. NumPy gives nan with a warning there, and the absolute error
# is 0.
#
# Seen, with a_tol=1e-8 and r_tol=1e-6: a ReLU written with max() gives 0.0 at -1 and fails, "float
# division by zero" being the reason that the student reads; with np.maximum the same value passes.
# A variable that is to be 0 fails as well, with the value 0.0 and with 0. Targets other than 0
# pass.
#
# Hurts: tests of ReLU and of slopes and losses at special points, where the right answer is 0: who
# uses Python's numbers loses the points, and who uses NumPy's does not.
#
# What to do: give a `comparator` of one's own that has no relative error at 0, or convert the
# target to np.float64.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet e2xgradingtools==0.0.4 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from e2xgradingtools import FunctionTest, VariableTest

TOLERANCES = {"a_tol": 1e-8, "r_tol": 1e-6}


def relu_of_python(a):
    """The larger one of a and 0."""
    return max(a, 0.0)


def relu_of_numpy(a):
    """The same as a scalar of NumPy."""
    return np.maximum(a, 0.0)


def passed(name, argument, target):
    """Share of the one case that passes."""
    case = {"arg": argument, "target": target}
    return FunctionTest(globals(), name, **TOLERANCES).test([case])


assert relu_of_python(-1.0) == relu_of_numpy(-1.0) == 0
for name, at_zero in {"relu_of_python": 0, "relu_of_numpy": 1}.items():
    assert passed(name, 2.0, 2.0) == 1, "a right answer other than 0 fails now"
    assert passed(name, -1.0, 0.0) == at_zero, "an answer of 0 is treated otherwise now"
assert passed("relu_of_python", -1.0, np.float64(0)) == 1, "a target of NumPy differs now"

for bias in (0.0, 0):
    variables = VariableTest({"bias": bias}, **TOLERANCES)
    assert variables.test([{"name": "bias", "expected": 0}]) == 0, "a variable of 0 passes now"
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: 0 is wrong where 0 is right, unless it is NumPy's"
