#!/usr/bin/env bash
# jacobi 0.9.2 with NumPy 2.4.6 (Python 3.11): for a weight that is zero but for rounding, such as
# the middle of np.arange(-0.3, 0.4, 0.1), which is 5.6e-17, the derivative is given as 0 with an
# estimated error of 0.
#
# Expected: the derivative, or an error estimate that covers what is missing; README and docstring
# promise a robust derivative with an estimate of its error, and at exactly 0 it is so. But the
# first step is a quarter of the weight itself. Beside 0 this is too little to change the function's
# value, so all differences are 0, which passes for perfect agreement.
#
# Seen, for the loss of one logistic unit by its weight, on this grid of seven weights: six
# derivatives agree with the formula to ten digits, and the middle one is 0 +- 0 instead of -0.067.
# At exactly 0 all is well. numdifftools 0.11.2 is right to ten digits at all of them.
#
# Hurts: who checks a backward pass against it: the right gradient differs from one that claims to
# have no error.
#
# What to do: put the weight into the function, jacobi(lambda nudge: loss(weight + nudge), 0.0).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jacobi==0.9.2 numdifftools==0.11.2 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numdifftools
import numpy as np
from jacobi import jacobi

X, B, TARGET = 0.7, 0.4, 1.0


def activation(weight):
    """Logistic unit with one input."""
    return 1 / (1 + np.exp(-(weight * X + B)))


def loss(weight):
    """Half the squared error."""
    return (activation(weight) - TARGET) ** 2 / 2


def slope(weight):
    """Derivative of the loss, by the chain rule."""
    h = activation(weight)
    return (h - TARGET) * h * (1 - h) * X


def right(derivative, weight):
    return abs(derivative / slope(weight) - 1) < 1e-10


grid = np.arange(-0.3, 0.4, 0.1)
for place, weight in enumerate(grid):
    derivative, error = jacobi(loss, weight)
    print(f"w = {weight:.2e}: {derivative:.6f} +- {error:.0e}, chain rule {slope(weight):.6f}")
    assert right(numdifftools.Derivative(loss)(weight), weight), "numdifftools misses it as well"
    assert right(jacobi(lambda nudge: loss(weight + nudge), 0.0)[0], weight), "so does the remedy"
    if place == 3:
        assert 0 < weight < 1e-16, "the grid has another middle"
        assert derivative == 0 and error == 0, "beside 0 it gives something else now"
    else:
        assert right(derivative, weight), "it is wrong elsewhere too"
assert right(jacobi(loss, 0.0)[0], 0.0), "it is wrong at 0 too"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: beside 0 the derivative is 0, with no error by its own estimate"
