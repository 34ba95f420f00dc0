#!/usr/bin/env bash
# FADiff 0.19 with NumPy 2.4.6 (Python 3.11): 5 - x has the slope 4 in the forward mode, and is x -
# 5 in the reverse mode.
#
# Expected: the value 5 - x and the slope -1 in both. The forward mode subtracts the slope of x from
# the constant as well; the reverse mode hands the difference to the one for x - 5.
#
# Seen, for x = 2: forward 3 with the slope 4, reverse -3 with the slope 1. So the slope of the
# binary cross-entropy of a right class 0, -log(1 - p) at p = 0.2, is 0 by the forward mode, and the
# reverse mode takes the logarithm of a negative number; 1.25 is right. In the forward mode x ** x
# has the slope 4 at 2, for 6.77, as the exponent counts as a constant; in the reverse one it is
# right.
#
# Hurts: every 1 - p, 1 - s * s and t - y of an exercise that is checked against it.
#
# What to do: -x + 5 in place of 5 - x; it is right in both modes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet FADiff==0.19 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import math

from FADiff import FADiff
from FADiff.Elems import log


def seen(mode, function, at):
    """Value and slope in this mode."""
    FADiff.set_mode(mode)
    y = function(FADiff.new_scal(at))
    found = float(y.val), y.der.item()
    print(f"{mode} at {at}: {found}")
    return found


def minus(x):
    return 5 - x


def loss(p):
    return -log(1 - p)


assert seen("forward", minus, 2.0) == (3, 4), "the forward mode has another one now"
assert seen("reverse", minus, 2.0) == (-3, 1), "the reverse mode has another one now"
for mode in ("forward", "reverse"):
    assert seen(mode, lambda x: -x + 5, 2.0) == (3, -1)
    value, slope = seen(mode, lambda p: -log(-p + 1), 0.2)
    assert math.isclose(value, -math.log(0.8)) and math.isclose(slope, 1.25)

value, slope = seen("forward", loss, 0.2)
assert math.isclose(value, -math.log(0.8)) and slope == 0, "the loss has a slope now"
assert math.isnan(seen("reverse", loss, 0.2)[0]), "the loss has a value now"

own = 4 * (math.log(2) + 1)
assert seen("forward", lambda x: x**x, 2.0)[1] == 4, "the exponent counts now"
assert math.isclose(seen("reverse", lambda x: x**x, 2.0)[1], own)
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: a constant minus a variable has another slope"
