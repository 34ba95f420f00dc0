#!/usr/bin/env bash
# bren 0.1.8 with NumPy 2.4.6 (Python 3.11): the gradient of np.log2 is x / ln 2 where 1 / (x ln 2)
# is right, and that of np.cbrt is twice or half of what it should be, by 2.08 for all x.
#
# Expected: the derivatives. The README shows gradients of NumPy's functions as they are called, and
# of np.log and np.log10 they are right. In both cases a bracket is missing: 1 / np.log(2) * a, and
# (3 * a) ** (2 / 3) for 3 * a ** (2 / 3).
#
# Seen, at x = 3: 4.33 for log2, where 0.481 is right, and 0.231 for cbrt, where 0.160 is. A
# cross-entropy in bits, -log2(p), has the slope -0.0144 at p = 0.01 and -1.30 at p = 0.9, and right
# are -144 and -1.60: the worse the prediction, the less is learned from it.
#
# Hurts: losses in bits: from a logit of -5, 200 steps of size 1 leave the probability of what is
# true below 0.01; with np.log it is above 0.99.
#
# What to do: np.log(x) / float(np.log(2)) for log2, and x ** (1 / 3) for a cube root of positive
# numbers.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet bren==0.1.8 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import bren as br
import numpy as np

LN2 = float(np.log(2))


def slope(function, at):
    """The gradient that bren gives."""
    x = br.Variable([at], dtype="float64")
    with br.Graph() as graph:
        return graph.grad(function(x), [x])[0]._i.item()


def trained(loss):
    """The probability of what is true after 200 steps on its logit."""
    logit = -5.0
    for _ in range(200):
        logit -= slope(lambda x: loss(1 / (1 + np.exp(-x))), logit)
    return 1 / (1 + np.exp(-logit))


def bits(x):
    """The logarithm to base 2, another way."""
    return np.log(x) / LN2


for function, given, right in (
    (np.log2, 3 / LN2, 1 / (3 * LN2)),
    (np.cbrt, 9 ** (-2 / 3), 3 ** (-5 / 3)),
    (np.log10, 1 / (3 * np.log(10)), 1 / (3 * np.log(10))),
    (bits, 1 / (3 * LN2), 1 / (3 * LN2)),
    (lambda x: x ** (1 / 3), 3 ** (-5 / 3), 3 ** (-5 / 3)),
):
    central = (function(3 + 1e-6) - function(3 - 1e-6)) / 2e-6
    print(getattr(function, "__name__", "?"), slope(function, 3.0), "right:", central)
    assert np.isclose(slope(function, 3.0), given), "the gradient is another one now"
    assert np.isclose(central, right, rtol=1e-6)

for p, given in ((0.01, -0.0144), (0.9, -1.30)):
    assert np.isclose(slope(lambda x: -np.log2(x), p), given, rtol=0.01)
stuck, learned = trained(lambda p: -np.log2(p)), trained(lambda p: -np.log(p))
print("after 200 steps, in bits:", stuck, "with np.log:", learned)
assert stuck < 0.01 and learned > 0.99, "bits are learned from now"
assert trained(lambda p: -bits(p)) > 0.99
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the gradient of log2 grows with x"
