#!/usr/bin/env bash
# thinc 9.1.1 with NumPy 2.4.6 (Python 3.11): the loss that `CategoricalCrossentropy` returns is no
# cross-entropy, but the sum of the squares of the gradient that it returns beside it, (p - t) / n.
#
# Expected: the average of -log p of the true class, or their sum; the documentation promises "the
# scalar loss" and, with normalize, a division by the number of examples.
#
# Seen, where the first class is true: probabilities 0.4, 0.6, 0 have the loss 0.72, and 0.35,
# 0.325, 0.325 have 0.63. So the guess that gives the true class less is the better one by this
# number; the cross-entropies are 0.92 and 1.05. For p = 1e-6 it is 2, and the cross-entropy 13.8.
# The same example twice in a batch halves it, since each square has 1 / n twice. The gradient is
# right, as the one by the softmax's inputs.
#
# Hurts: who compares a hand-written loss or a numerical slope with it, picks a model or stops early
# by it, or plots it for two batch sizes; training itself is not touched.
#
# What to do: take the gradient from it, and compute -log p of the true class for the loss.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet thinc==9.1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from thinc.api import CategoricalCrossentropy

TRUE, STEP = 0, 1e-3
calculator = CategoricalCrossentropy(normalize=True)


def reported(probabilities, copies=1):
    """The loss by thinc for so many examples with these probabilities."""
    guesses = np.tile(np.asarray(probabilities, dtype="float32"), (copies, 1))
    return float(calculator.get_loss(guesses, np.full(copies, TRUE)))


def softmax(scores):
    return np.exp(scores) / np.exp(scores).sum()


for probabilities, expected in (
    ((0.4, 0.6, 0.0), 0.72),
    ((0.35, 0.325, 0.325), 0.63),
    ((1e-6, 1 - 1e-6, 0.0), 2.0),
):
    loss = reported(probabilities)
    entropy = -np.log(probabilities[TRUE])
    print(f"{probabilities}: loss {loss:.2f}, cross-entropy {entropy:.2f}")
    assert abs(loss - expected) < 0.005, "the loss is another one now"
    assert abs(reported(probabilities, copies=2) - loss / 2) < 1e-6, "copies count otherwise now"

scores = np.array([0.3, -0.2, 0.5])
gradient = calculator.get_grad(softmax(scores)[None].astype("float32"), np.array([TRUE]))[0]
for place, nudge in enumerate(STEP * np.eye(3)):
    ends = [-np.log(softmax(end)[TRUE]) for end in (scores + nudge, scores - nudge)]
    assert abs(gradient[place] - (ends[0] - ends[1]) / (2 * STEP)) < 1e-6, "so is the gradient"
print("gradient:", gradient, "as of the cross-entropy by the softmax's inputs")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the loss is the sum of the squared gradient, not the cross-entropy"
