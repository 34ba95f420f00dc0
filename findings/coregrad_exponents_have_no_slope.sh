#!/usr/bin/env bash
# coregrad 0.1.0 with NumPy 2.4.6 and graphviz 0.21 (Python 3.11): nothing goes back to an exponent:
# 2 ** x has the slope 0, and x ** x that of x ** 3 at 3.
#
# Expected: 2 ** x * ln 2. The README promises exact gradients; its worked example has an exponent
# among its inputs, with the base 1, where the slope is 0. A comment beside the power has the right
# rule, and the line that would apply it is commented out.
#
# Seen: the value of 2 ** x at 3 is 8 and the slope 0, where 5.55 is right; x ** x has 27 there, for
# 56.7. x ** 2 is right. In 100 steps of gradient descent that are to bring 2 ** x to 8, x stays at
# its start.
#
# Hurts: who checks a derivative by it: a slope of 0 looks like a minimum.
#
# What to do: keep variables out of exponents; there is no exp or log in the package.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet coregrad==0.1.0 numpy==2.4.6 graphviz==0.21
cd "$folder"

cat > seen.py <<'PYTHON'
import math

from coregrad import Scalar


def seen(name, function, at):
    """Value and slope at this number."""
    x = Scalar(at)
    y = function(x)
    y.backward()
    print(f"{name} at {at}: {y.data}, slope {x.grad}")
    return y.data, x.grad


right = 8 * math.log(2)
assert seen("2 ** x", lambda x: 2**x, 3.0) == (8, 0), f"it has a slope now; {right} is right"
assert seen("x ** x", lambda x: x**x, 3.0) == (27, 27), "the exponent counts now"
assert seen("x ** 2", lambda x: x**2, 3.0) == (9, 6)

start = 1.0
for _ in range(100):
    x = Scalar(start)
    ((2**x - 8) ** 2).backward()
    start -= 0.01 * x.grad
print("after 100 steps from 1:", start)
assert start == 1.0, "it moves now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: exponents have no slope"
