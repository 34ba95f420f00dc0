#!/usr/bin/env bash
# smallpebble 3.0.5 with NumPy 2.4.6 (Python 3.11): weights of `he_init` have a variance twelve
# times too small where a layer has as many inputs as outputs: 1 / (6 n) where He's is 2 / n.
#
# Expected: 2 / fan_in, by the docstring's "He weight initialization". It takes Glorot's mean of
# inputs and outputs for He's fan_in, and what would be the standard deviation for the width of the
# interval that it draws uniformly from, whose standard deviation is 1 / sqrt(12) of that.
#
# Seen, as the weights' variance over 2 / fan_in: 0.083 for 300 x 300, 0.017 for 100 x 900 and 0.150
# for 900 x 100, within 2 %. The mean square of a signal that goes through ten layers of 300 units
# with ReLU, without biases, falls to 1e-11 of what it was; with He's variance it stays as it is,
# within a factor of three.
#
# Hurts: deep networks of its `linearlayer`, which draws with it: little of an example arrives at
# the end, and little of the slope at the beginning.
#
# What to do: make `learnable(Variable(...))` of weights drawn with np.random.normal and sqrt(2 /
# insize).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet smallpebble==3.0.5 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
import smallpebble as sp

np.random.seed(0)

for shape, expected in {(300, 300): 1 / 12, (100, 900): 1 / 60, (900, 100): 3 / 20}.items():
    relative = sp.he_init(*shape).var() * shape[0] / 2
    print(f"{shape}: {relative:.4f} of He's variance")
    assert abs(relative / expected - 1) < 0.02, "he_init has another variance now"


def he(inputs, outputs):
    """He's weights for ReLU."""
    return np.random.normal(0, np.sqrt(2 / inputs), size=(inputs, outputs))


def passed(start):
    """Mean square of the signal after ten layers over that before."""
    first = signal = np.random.normal(size=(50, 300))
    for _ in range(10):
        signal = np.maximum(signal @ start(300, 300), 0)
    return np.mean(signal**2) / np.mean(first**2)


shares = {"he_init": passed(sp.he_init), "He": passed(he)}
print(f"signal after ten layers: {shares}")
assert 0.3 < shares["He"] < 3, "so much for the comparison"
assert 0.3 < shares["he_init"] * 12**10 < 3, "the signal shrinks otherwise now"

layer = sp.linearlayer(300, 300)(sp.Variable(np.ones((1, 300))))
weights = sp.get_learnables(layer)[0].array
assert abs(weights.var() * 300 / 2 * 12 - 1) < 0.02, "linearlayer draws otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: he_init draws with a twelfth of He's variance"
