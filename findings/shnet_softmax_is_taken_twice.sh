#!/usr/bin/env bash
# shnet 0.2.6 with NumPy 2.4.6 (Python 3.11): a `Softmax` layer before `CrossEntropy`, as its
# documentation combines them, is a softmax of a softmax: the loss of a certain and right answer is
# 0.31, and its gradient is not 0.
#
# Expected: p - y, which both docstrings give for the two together. The layer hands its
# probabilities on and the gradient back as it is; the loss takes what it gets for logits, and
# applies a softmax to it again.
#
# Seen, for two classes: at the logits 20 and -20 the loss is 0.313 and the gradient -0.27 and 0.27,
# where the loss is 1e-9 and the gradient 0. For ten classes the loss cannot get below 1.46. Without
# the layer loss and gradient are right, but summed over the examples: for 100 of them a hundred
# times the mean's, while `MSE` is a mean.
#
# Hurts: the logits grow with every step, and a loss of 0.31 on training data looks like a network
# that is too small.
#
# What to do: leave the Softmax layer out in training; divide the learning rate by the batch.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet shnet==0.2.6 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from shnet.layers import Softmax
from shnet.loss import MSE, CrossEntropy


def seen(logits, targets, *layers):
    """Loss, and its gradient by the logits."""
    outputs = logits
    for layer in layers:
        outputs = layer.forward(outputs)
    gradient = CrossEntropy().grad(outputs, targets)
    for layer in reversed(layers):
        gradient = layer.backward(gradient)
    return float(CrossEntropy().loss(outputs, targets)), gradient


for classes in (2, 10):
    targets = np.eye(classes)[:1]
    certain = np.where(targets == 1, 20.0, -20.0)
    loss, gradient = seen(certain, targets, Softmax())
    plain, slope = seen(certain, targets)
    print(f"{classes} classes: {loss:.3f}, {gradient[0, :2]}; without the layer {plain:.1e}")
    # softmax of 1 for the right class and 0 for the others
    least = np.log(1 + (classes - 1) / np.e)
    assert np.isclose(loss, least), "the loss is another one now"
    assert np.isclose(gradient[0, 0], np.exp(-least) - 1), "the gradient is another one now"
    assert plain < 1e-8 and np.abs(slope).max() < 1e-16

logits, targets = np.zeros((100, 2)), np.eye(2)[[0] * 100]
assert np.isclose(seen(logits, targets)[0], 100 * np.log(2)), "the loss is a mean now"
assert np.allclose(seen(logits, targets)[1], [-0.5, 0.5])
assert MSE().loss(logits, targets) == 0.5
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: softmax is taken twice"
