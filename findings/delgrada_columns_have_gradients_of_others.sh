#!/usr/bin/env bash
# delgrada 0.1.2 with NumPy 2.4.6 (Python 3.11): where a column is used with a matrix, its gradient
# is made of the wrong elements: each entry has a sum of what belongs to other rows.
#
# Expected: NumPy's rules for arrays of different shapes, since the README promises full
# compatibility with NumPy, and by the chain rule the sum over the axes along which an array was
# repeated. The sum is taken as if it had been repeated along new axes at the front only: the
# gradient is put into another shape, row by row, and summed along the first axis.
#
# Seen: a column of 2 weights times the rows 0, 1, 2 and 3, 4, 5 has the gradient 6 and 9, where 3
# and 12 are right; the sum of both is 15 in either case. Added to a matrix and weighed so, a column
# of biases has 6 and 9 as well. A row of 3 weights has the right gradient, 3, 5 and 7.
#
# Hurts: networks that keep their examples in columns, with biases as a column, and everything that
# is divided by a sum or a mean of each row: no error, and training goes in another direction.
#
# What to do: keep examples in rows and biases in a row, or multiply a column by a row of ones with
# @ before it is used: then the gradient is right.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet delgrada==0.1.2 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from delgrada.tensor import Tensor

ROWS = np.arange(6.0).reshape(2, 3)
COLUMN, ROW = np.array([[1.0], [2.0]]), np.array([1.0, 2.0, 3.0])


def gradient(function, start):
    """By delgrada, of the sum of the function's entries, and by central differences."""
    weights = Tensor(start)
    function(weights).backprop()
    right = np.empty_like(start)
    for place in np.ndindex(start.shape):
        nudge = np.zeros_like(start)
        nudge[place] = 1e-3
        ends = [np.sum(function(Tensor(start + side * nudge)).value) for side in (1, -1)]
        right[place] = (ends[0] - ends[1]) / 2e-3
    return np.ravel(weights.grad), np.ravel(right)


for name, function, start, seen, right in (
    ("column times matrix", lambda w: w * ROWS, COLUMN, (6, 9), (3, 12)),
    ("column of biases", lambda b: (b + ROWS) * ROWS, COLUMN, (6, 9), (3, 12)),
    ("row times matrix", lambda w: w * ROWS, ROW, (3, 5, 7), (3, 5, 7)),
    ("by ones", lambda w: (w @ np.ones((1, 3))) * ROWS, COLUMN, (3, 12), (3, 12)),
):
    found = gradient(function, start)
    print(name, "given", found[0], "right", found[1])
    assert np.allclose(found[1], right)
    assert np.allclose(found[0], seen), "the gradient is another one now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: entries of a column have the sums of others"
