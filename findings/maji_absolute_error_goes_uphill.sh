#!/usr/bin/env bash
# maji-nn 0.1.0 with NumPy 2.4.6 (Python 3.11): the gradient of `MeanAbsoluteErrorLoss` has the
# other sign, so that training makes the error larger.
#
# Expected: the sign of prediction - label, divided by the numbers of outputs and examples. It takes
# the sign of label - prediction; for the squared error the minus is there.
#
# Seen, for predictions 2 and -1 of the labels 1 and 1: the gradient is -0.5 and 0.5, and central
# differences of its own forward pass give 0.5 and -0.5. A unit without a bias that is to learn 2 *
# x from 1 * x goes to -8 * x in 100 steps of size 0.1, and the error from 0.9 to 8.9; with the
# squared error it goes to 2 * x.
#
# Hurts: who trains with it sees the loss grow, and looks for the mistake in the own network or the
# learning rate; who compares a hand-written gradient finds a minus too many.
#
# What to do: change the sign of `dinputs` after backward(), or take MeanSquaredErrorLoss.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet maji-nn==0.1.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from maji import SGD, DenseLayer, MeanAbsoluteErrorLoss, MeanSquaredErrorLoss

NUDGE = 1e-6


def gradients(loss, predictions, labels):
    """By backward(), and as central differences of the mean that forward() gives."""
    loss.backward(predictions, labels)
    differences = np.zeros_like(predictions)
    for place in np.ndindex(predictions.shape):
        ends = []
        for nudge in (NUDGE, -NUDGE):
            nudged = predictions.copy()
            nudged[place] += nudge
            ends.append(np.mean(loss.forward(nudged, labels)))
        differences[place] = (ends[0] - ends[1]) / (2 * NUDGE)
    return loss.dinputs, differences


predictions, labels = np.array([[2.0], [-1.0]]), np.ones((2, 1))
for loss, sign in ((MeanAbsoluteErrorLoss(), -1), (MeanSquaredErrorLoss(), 1)):
    backward, differences = gradients(loss, predictions, labels)
    print(type(loss).__name__, "backward", backward.ravel(), "differences", differences.ravel())
    assert np.allclose(backward, sign * differences, atol=1e-6), "the sign is another one now"


def trained(loss):
    """The weight after learning 2 * x from 1 * x, and the mean error before and after."""
    x = np.array([[0.5], [1.0], [1.2]])
    layer = DenseLayer(1, 1)
    layer.weights[:] = 1.0
    step = SGD(learning_rate=0.1)
    errors = []
    for _ in range(100):
        layer.forward(x, training=True)
        layer.output -= layer.biases  # no bias
        errors.append(np.abs(layer.output - 2 * x).mean())
        loss.backward(layer.output, 2 * x)
        layer.backward(loss.dinputs)
        step.pre_update_params()
        step.update_params(layer)
        step.post_update_params()
    print(f"trained: weight {layer.weights[0, 0]:.2f}, error {errors[0]:.2f} to {errors[-1]:.2f}")
    return layer.weights[0, 0], errors[0], errors[-1]


weight, first, last = trained(MeanAbsoluteErrorLoss())
assert weight < -5 and last > 5 * first, "it learns now"
assert np.isclose(trained(MeanSquaredErrorLoss())[0], 2, atol=1e-3)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the gradient of the absolute error has the other sign"
