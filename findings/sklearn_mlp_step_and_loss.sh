#!/usr/bin/env bash
# scikit-learn 1.9.1 with NumPy 2.4.6 (Python 3.11): with several outputs, the step that
# MLPRegressor takes is larger than the slope of the loss that it reports, by the number of outputs.
# `loss_` averages the squared errors over examples and outputs; the gradient is averaged over
# examples only and summed over outputs.
#
# Seen, for one step of plain gradient descent (solver "sgd", no momentum, alpha 0, one batch of all
# examples, tanh): step / (learning rate * slope of loss_) is 1 with one output, 2 with two and 5
# with five, to six digits. The slope is a central difference of half the mean squared error, which
# is `loss_` to twelve digits.
#
# What to do: compare a backward pass with MLPRegressor for one output only, or divide its step by
# the number of outputs; do not take its learning rates over into code that averages over outputs.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet scikit-learn==1.9.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from sklearn.neural_network import MLPRegressor

RATE, NUDGE = 1e-3, 1e-5


def ratio(outputs):
    """Step of one weight of the first layer, over learning rate times slope of the loss."""
    draw = np.random.default_rng(outputs)
    x, y = draw.normal(size=(7, 3)), draw.normal(size=(7, outputs)).squeeze()
    net = MLPRegressor(
        hidden_layer_sizes=(4,), activation="tanh", solver="sgd", momentum=0.0, alpha=0.0,
        learning_rate_init=RATE, batch_size=7, shuffle=False, random_state=0,
    )
    net.partial_fit(x, y)
    weights = net.coefs_[0]
    start = weights[1, 2]

    def loss(weight):
        weights[1, 2] = weight
        return np.mean((net.predict(x) - y) ** 2) / 2

    slope = (loss(start + NUDGE) - loss(start - NUDGE)) / (2 * NUDGE)
    here = loss(start)
    net.partial_fit(x, y)
    assert abs(net.loss_ / here - 1) < 1e-12, "loss_ is another average now"
    return (start - net.coefs_[0][1, 2]) / (RATE * slope)


for outputs in (1, 2, 5):
    print(f"{outputs} outputs: step / (rate * slope) = {ratio(outputs):.6f}")
    assert abs(ratio(outputs) / outputs - 1) < 1e-5, "the step follows another average now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the step is the number of outputs times the slope of loss_"
