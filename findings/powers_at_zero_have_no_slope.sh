#!/usr/bin/env bash
# hyperjet 1.5.0 and algopy 0.7.2 with NumPy 2.4.6 and SciPy 1.17.1 (Python 3.11): at 0 the slope of
# w**0 is nan in hyperjet, and that of w**2.0 is nan in algopy, together with the slopes of all
# other weights. Both libraries are right about w**2.
#
# Expected: 0 for both: w**0 is constant, w**2.0 has the slope 2 * w, and each library gives 0 for
# another spelling, hyperjet for 1 and algopy for w**2. The values of the functions are right.
#
# Seen: a penalty w**2.0 + b**2.0 at w = 0, b = 1 has the gradient (nan, nan) in algopy, with 2 for
# 2.0 it is (0, 2). A polynomial of the powers 0, 1 and 2 at w = 0 has the slope nan in hyperjet,
# and with the constant written as 1 it has 1. The second derivative of w**1 is nan there as well.
#
# Hurts: gradient checks of a penalty, or of polynomial features, at weights or biases that start at
# 0, which is where biases start: nan looks like a wrong derivation.
#
# What to do: write whole exponents as whole numbers for algopy, leave out the powers 0 and 1 for
# hyperjet, and check a gradient at a point without zeros first.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet hyperjet==1.5.0 algopy==0.7.2 numpy==2.4.6 scipy==1.17.1
cd "$folder"

cat > seen.py <<'PYTHON'
import hyperjet
import numpy as np
from algopy import UTPM


def by_algopy(loss, start):
    """Gradient of a function of a vector."""
    return UTPM.extract_jacobian(loss(UTPM.init_jacobian(np.array(start))))


def by_hyperjet(function, start):
    """Value, first and second derivative of a function of one number."""
    (w,) = hyperjet.variables([start], 2)
    result = function(w)
    return result.f, result.g[0], np.ravel(result.hm())[0]


for start, expected in {0.0: [np.nan, np.nan], 0.5: [1, 2]}.items():
    decimal = by_algopy(lambda v: v[0] ** 2.0 + v[1] ** 2.0, [start, 1.0])
    whole = by_algopy(lambda v: v[0] ** 2 + v[1] ** 2, [start, 1.0])
    print(f"algopy at {start}: 2.0 gives {decimal}, 2 gives {whole}")
    assert np.array_equal(decimal, expected, equal_nan=True), "algopy differs now"
    assert np.array_equal(whole, [2 * start, 2]), "algopy differs for 2 now"

for start, expected in {0.0: [1, np.nan, np.nan], 0.5: [1.75, 2, 2]}.items():
    powers = by_hyperjet(lambda w: w**0 + w**1 + w**2, start)
    plain = by_hyperjet(lambda w: 1 + w + w**2, start)
    print(f"hyperjet at {start}: powers {powers}, without 0 and 1 {plain}")
    assert np.array_equal(powers, expected, equal_nan=True), "hyperjet differs now"
    assert np.array_equal(plain, [1 + start + start**2, 1 + 2 * start, 2]), "it differs now"
assert np.isnan(by_hyperjet(lambda w: w**1, 0.0)[2]), "the second derivative of w**1 differs now"
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: w**2.0 in algopy and w**0 in hyperjet have the slope nan at 0"
