#!/usr/bin/env bash
# gen-dual 0.1.0 with mpmath 1.3.0 and NumPy 2.4.6 (Python 3.11): a negative power is 1, whatever
# its base is, and its derivatives are 0.
#
# Expected: 1 / x ** 2 for x ** -2, as in Python, or the error that a power with decimals ends with.
# The power is a product of so many factors, and a negative number of factors is none.
#
# Seen, at x = 2: x ** -1 and x ** -2 are 1 with the derivative 0, where 0.5 and 0.25 with -0.25 and
# -0.25 are right. The logistic function written as (1 + exp(-x)) ** -1 is 1 with the slope 0 at
# every x; written as 1 / (1 + exp(-x)) it is 0.881 with 0.105 at 2. x ** 2, x ** 1 and x ** 0 are
# right, and x ** -1.0 is a TypeError. `dual_pow(x, -2)` is 1 as well, `dual_pow(x, -2.0)` is right.
#
# Hurts: gradient checks to many digits, which the package is for: the function itself is another
# one, with a slope of 0, and there is no message.
#
# What to do: write 1 / x ** 2, or `dual_pow(x, -2.0)`.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet gen-dual==0.1.0 mpmath==1.3.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import math

import numpy as np
from generalized_dual import dual_pow, exp, initialize


def derivatives(function, at):
    """Value and first derivative at a point."""
    result = function(initialize(np.array([at]), m=2))
    return tuple(float(np.ravel(result.diff((order,)))[0]) for order in (0, 1))


for power in (2, 1, 0, -1, -2):
    found = derivatives(lambda x, power=power: x**power, 2.0)
    right = 2.0**power, power * 2.0 ** (power - 1)
    print(f"x ** {power} at 2: {found}, right {right}")
    assert found == ((1, 0) if power < 0 else right), "the power is another one now"
assert derivatives(lambda x: 1 / x**2, 2.0) == (0.25, -0.25)
found = [derivatives(lambda x, power=power: dual_pow(x, power), 2.0) for power in (-2, -2.0)]
print("dual_pow with -2 and -2.0:", found)
assert found[0] == (1, 0), "dual_pow takes negative whole powers now"
assert np.allclose(found[1], (0.25, -0.25)), "so does it with decimals"

for at in (-1.0, 2.0):
    h = 1 / (1 + math.exp(-at))
    found = derivatives(lambda x: (1 + exp(-x)) ** -1, at)
    print(f"logistic function at {at}: {found}, right {(h, h * (1 - h))}")
    assert found == (1, 0), "the logistic function is another one now"
    assert np.allclose(derivatives(lambda x: 1 / (1 + exp(-x)), at), (h, h * (1 - h)))

try:
    derivatives(lambda x: x**-1.0, 2.0)
except TypeError as error:
    print("x ** -1.0:", error)
else:
    raise AssertionError("a power with decimals is taken now")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a negative power is 1"
