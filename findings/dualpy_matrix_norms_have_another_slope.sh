#!/usr/bin/env bash
# dualpy 0.1.0 with NumPy 2.4.6 (Python 3.11): the derivative of every norm of a matrix is computed
# as if it were the Frobenius norm, while its value is right; and that of np.copysign(x, 1) is 1 at
# negative x.
#
# Expected: the derivative of the norm that was asked for, or an error as for what it does not
# support. For a matrix without an axis the kind of the norm is used for the value only: the
# derivative is the sum of entry times direction, divided by the value.
#
# Seen, for the diagonal matrix of 3 and 1 and the derivative by the second entry: the largest
# singular value is 3 and does not change with it, and 1/3 is given; for the sum of the singular
# values it is 1, and 1/4 is given; for the largest sum of a row 0, and 1/3 is given. For the
# Frobenius norm 0.316 is right. For the largest entry of each column, norm with ord inf and axis 0,
# it is nan for entries other than 1. copysign(x, 1), which is |x|, has the derivative 1 at -2, and
# np.abs has -1.
#
# Hurts: penalties on the largest singular value of the weights, and checks of a hand-written one:
# the gradient shrinks entries that the norm does not depend on.
#
# What to do: np.max(np.sum(np.abs(w), axis=1)) and the like by parts, u @ w @ v with the singular
# vectors held fixed for the largest singular value, and np.abs for |x|.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dualpy==0.1.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import warnings

import numpy as np
from dualpy import jvp

WEIGHTS = np.diag([3.0, 1.0])
ENTRY = np.diag([0.0, 1.0])


def slopes(function):
    """Value and derivative by the second entry, and the central difference."""
    value, slope = jvp(function, WEIGHTS, ENTRY)
    ahead, behind = function(WEIGHTS + 1e-6 * ENTRY), function(WEIGHTS - 1e-6 * ENTRY)
    assert np.allclose(value, function(WEIGHTS))
    return float(slope), float(ahead - behind) / 2e-6


for kind, given, right in (
    (2, 1 / 3, 0),
    ("nuc", 1 / 4, 1),
    (np.inf, 1 / 3, 0),
    (1, 1 / 3, 0),
    ("fro", 10**-0.5, 10**-0.5),
):
    seen = slopes(lambda w: np.linalg.norm(w, kind))
    print(kind, seen)
    assert np.allclose(seen, (given, right)), "the derivative differs"
assert np.allclose(slopes(lambda w: np.max(np.sum(np.abs(w), axis=1))), 0)
top = np.array([1.0, 0.0])
assert np.allclose(slopes(lambda w: top @ (w @ top)), 0)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    _, columns = jvp(lambda w: np.linalg.norm(w, np.inf, axis=0), 2 * WEIGHTS, ENTRY)
print("largest of each column:", columns)
assert np.isnan(columns).all(), "the norm by columns has a derivative now"
_, sign = jvp(lambda x: np.copysign(x, np.ones(1)), np.array([-2.0]), np.ones(1))
_, right = jvp(np.abs, np.array([-2.0]), np.ones(1))
print("copysign:", sign, "abs:", right)
assert sign == 1 and right == -1, "copysign has another slope now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the slope is that of the Frobenius norm"
