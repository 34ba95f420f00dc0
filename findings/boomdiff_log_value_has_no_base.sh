#!/usr/bin/env bash
# boomdiff 2.0 with NumPy 2.4.6 (Python 3.11): the value of `AD.log(x, base)` is the natural
# logarithm, whatever the base is, and its derivative is that for the base: the two do not belong
# together.
#
# Expected: the logarithm to the base, which the same function gives for a plain number. For an AD
# number the base is used for the derivatives only.
#
# Seen, at 100 with base 10: the value 4.605 with the derivative 0.00434, where 2 is the value; at 8
# with base 2 it is 2.079, and 3 is right. AD.log(100, 10) without AD is 2. A central difference of
# the values is 2.303 times the derivative for base 10, so that a check of the gradient fails though
# the gradient is right. A cross-entropy of p = 0.25 in bits is given as 1.386 for 2.
#
# Hurts: losses in bits or powers of ten, which are reported in another unit, and sums of such a
# term with others.
#
# What to do: AD.log(x) / np.log(base), which is right in both.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet boomdiff==2.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from boomdiff import AD

for at, base, right in ((100.0, 10, 2.0), (8.0, 2, 3.0)):
    log = AD.log(AD(at, "x"), base)
    by_parts = AD.log(AD(at, "x")) / np.log(base)
    step = 1e-5 * at
    ends = [AD.log(AD(at + side * step, "x"), base).value() for side in (1, -1)]
    central = (ends[0] - ends[1]) / (2 * step)
    print(f"log of {at} to base {base}: {log.value()}, derivative {log.ders()}, right {right}")
    assert np.isclose(log.value(), np.log(at)), "the value is another one now"
    assert np.isclose(log.ders()["x"], 1 / (at * np.log(base))), "the derivative differs now"
    assert np.isclose(central / log.ders()["x"], np.log(base), rtol=1e-6)
    assert np.isclose(AD.log(at, base), right), "plain numbers are wrong as well"
    assert np.isclose(by_parts.value(), right)
    assert np.isclose(by_parts.ders()["x"], 1 / (at * np.log(base)))

bits = -AD.log(AD(0.25, "p"), 2)
print("cross-entropy of 0.25 in bits:", bits.value())
assert np.isclose(bits.value(), 1.386, atol=1e-3)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the base counts for the derivative only"
