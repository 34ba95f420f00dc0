#!/usr/bin/env bash
# autoD 3.9.3 with NumPy 2.4.6 (Python 3.11): `Log(x, 10)` is the negative of the logarithm, and so
# are its derivatives, where the base is a number.
#
# Expected: log x / log 10. The factor is -1 / log(base) where the base is a number; it is right
# where the base is a variable, and where x is a plain number.
#
# Seen: Log(x, 10) at 100 is -2 with the derivative -0.0043, Log(x, 2) at 8 is -3; Log(100, 10) is
# 2. With the base as a variable b = 10 it is 2 with 0.0043, and Ln(x) is right. A cross-entropy in
# bits, -Log(p, 2), is negative: descending along its derivative brings the probability of what is
# true from 0.6 to below 0.01, and with Ln to above 0.99.
#
# Hurts: losses and entropies in bits, and decibels: the sign of the gradient is the wrong one, and
# the loss that is minimized falls.
#
# What to do: write Ln(x) * (1 / math.log(10)).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet autoD==3.9.3 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import math

import autoD

x, b = autoD.Scalar("x"), autoD.Scalar("b")


def seen(name, function, at):
    """Value and first derivative by x."""
    found = function(dict(at), {}), function(dict(at), {"x": 1})
    print(f"{name} at {at}: {found}")
    return found


def near(found, value, slope):
    return math.isclose(found[0], value) and math.isclose(found[1], slope)


for base, at in ((10, 100.0), (2, 8.0)):
    value, slope = math.log(at, base), 1 / (at * math.log(base))
    found = seen(f"Log(x, {base})", autoD.Log(x, base), {"x": at})
    assert near(found, -value, -slope), "it has another sign now"
    assert near(seen("Log(x, b)", autoD.Log(x, b), {"x": at, "b": float(base)}), value, slope)
    by_ln = seen("with Ln", autoD.Ln(x) * (1 / math.log(base)), {"x": at})
    assert near(by_ln, value, slope) and math.isclose(autoD.Log(at, base), value)

sigmoid = 1 / (1 + autoD.Exp(-1 * x))


def trained(loss):
    """The probability of what is true, from 0.6, after descending along this loss."""
    weight = math.log(0.6 / 0.4)
    for _ in range(2000):
        weight -= 0.5 * loss({"x": weight}, {"x": 1})
    return 1 / (1 + math.exp(-weight))


bits, nats = trained(-1 * autoD.Log(sigmoid, 2)), trained(-1 * autoD.Ln(sigmoid))
print(f"trained with bits: {bits:.4f}, with Ln: {nats:.4f}")
assert bits < 0.01 and nats > 0.99, "training goes another way now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: Log with a number as base has the other sign"
