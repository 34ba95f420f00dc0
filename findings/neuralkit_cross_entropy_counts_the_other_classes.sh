#!/usr/bin/env bash
# neuralkit 0.2.0 with NumPy 2.4.6 (Python 3.11): `CrossEntropyLoss` of several classes adds the
# binary cross-entropy of all wrong classes, so that its slope after a softmax is not p - t.
#
# Expected: the mean of -log p of the true class, which its documentation states for one-hot targets
# beside another formula for two classes. The second one is used for both.
#
# Seen: for the probabilities 0.7, 0.2, 0.1 and the first class the loss is 0.685, where -log 0.7 is
# 0.357; `SoftmaxCrossEntropy` in the same package has 0.357. The slopes by the logits, through its
# Softmax, are -0.55, 0.38 and 0.18, and -0.3, 0.2 and 0.1 there. Of two predictions with 0.5 for
# the true class, 0.5, 0.5, 0 has the loss 1.39 and 0.5, 0.25, 0.25 has 1.27, so that it also
# matters how the rest is spread.
#
# Hurts: who compares a hand-written loss or p - t with it, and who reads a loss of log(number of
# classes) as chance.
#
# What to do: SoftmaxCrossEntropy of the logits.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet neuralkit==0.2.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from neuralkit.activations import Softmax
from neuralkit.losses import CrossEntropyLoss, SoftmaxCrossEntropy

FIRST = np.array([[1.0, 0.0, 0.0]])


def of_probabilities(p):
    """The loss, and its slope by the logits, through a softmax."""
    softmax, loss = Softmax(), CrossEntropyLoss()
    value = loss.forward(softmax.forward(np.log([p])), FIRST)
    return value, softmax.backward(loss.backward())[0]


def of_logits(p):
    """The same by the loss that takes logits."""
    loss = SoftmaxCrossEntropy()
    return loss.forward(np.log([p]), FIRST), loss.backward()[0]


p = [0.7, 0.2, 0.1]
value, slope = of_probabilities(p)
right, difference = of_logits(p)
print(f"{value:.3f} {slope.round(3)}; by the logits {right:.3f} {difference.round(3)}")
assert abs(value - 0.685) < 0.001 and np.allclose(slope, [-0.553, 0.378, 0.175], atol=0.001)
assert abs(right + np.log(0.7)) < 1e-9 and np.allclose(difference, np.array(p) - FIRST)

even = of_probabilities([0.5, 0.25, 0.25])[0]
one_sided = CrossEntropyLoss().forward(np.array([[0.5, 0.5, 0.0]]), FIRST)
print(f"0.5 for the true class: {one_sided:.2f} and {even:.2f}")
assert abs(one_sided - 1.39) < 0.01 and abs(even - 1.27) < 0.01, "the rest does not matter now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: wrong classes count as well"
