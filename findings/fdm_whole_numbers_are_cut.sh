#!/usr/bin/env bash
# fdm 0.5.0 with NumPy 2.4.6 (Python 3.11): at a point of whole numbers each entry of `gradient` and
# `jacobian` is cut to a whole number: 11 for a derivative of 12, 0 for one of 1.
#
# Expected: the derivative as a float, which is what the same call gives for the same point as
# floats, and what `jvp` and the method for one variable give for whole numbers. The array of the
# gradient is made with the type of the function's value at the point, and an estimate such as
# 11.9999999999999 is stored in it as 11.
#
# Seen: at np.array([1, 2, 3]) the sum of cubes has the gradient 3, 11, 27, and that of squares
# has 2, 3, 5. Of the sum and the product at this point the Jacobian is 0, 0, 0 and 6, 2, 1, where
# 1, 1, 1 and 6, 3, 2 are right. At [1.0, 2.0, 3.0] all are right to nine digits. No warning.
#
# Hurts: gradient checks at points such as np.ones(3, int) or np.arange(5): a right derivation looks
# wrong, by up to 1.
#
# What to do: pass points as floats, x.astype(float).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet fdm==0.5.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from fdm import central_fdm, gradient, jacobian, jvp

point = np.array([1, 2, 3])


def squares(w):
    return (w**2).sum()


def cubes(w):
    return (w**3).sum()


def sum_and_product(w):
    return np.array([w.sum(), w.prod()])


CASES = [
    ("gradient of squares", gradient(squares), [2, 3, 5], [2, 4, 6]),
    ("gradient of cubes", gradient(cubes), [3, 11, 27], [3, 12, 27]),
    ("Jacobian", jacobian(sum_and_product), [[0, 0, 0], [6, 2, 1]], [[1, 1, 1], [6, 3, 2]]),
]
for name, derivative, cut, right in CASES:
    whole, real = derivative(point), derivative(point.astype(float))
    print(f"{name}: {whole.tolist()} at whole numbers, {real.round(6).tolist()} at floats")
    assert whole.dtype.kind == "i" and whole.tolist() == cut, "whole numbers are treated otherwise"
    assert np.allclose(real, right, rtol=1e-9), "the derivatives at floats are others now"
assert np.isclose(jvp(cubes, np.ones(3, int))(point), 42, rtol=1e-9)
assert np.isclose(central_fdm(order=5, deriv=1)(lambda w: w**3, 2), 12, rtol=1e-9)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: derivatives at whole numbers are cut"
