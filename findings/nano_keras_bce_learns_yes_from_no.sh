#!/usr/bin/env bash
# nano-keras 1.2.1 with NumPy 1.26.4 (Python 3.11): what `BCE.compute_derivative` returns is the
# loss of each output and no derivative: it is never negative, so that training makes the
# probability larger, for class 0 as for class 1.
#
# Expected: the slope of the loss, by the docstring's "gradient used during backpropagation". Its
# neighbour MSE returns 2 * (true - predicted), along which the optimisers add; BCE computes the
# logarithms of compute_loss once more, with the minus and without the mean.
#
# Seen, for the probabilities 0.3 and 0.6: with the true classes 1 and 0 the derivative is 1.204 and
# 0.916, which are -ln 0.3 and -ln 0.4; by the sign of MSE the slopes are 3.33 and -2.5. A sigmoid
# unit of one weight and one bias from 0 that is shown one example of class 0 says 1.0000 after 200
# steps of SGD with 0.1, and the loss is 16; with MSE it says 0.05. Shown class 1, it says 0.90.
#
# Hurts: every classifier of two classes that is trained with "bce": it learns to say yes.
#
# What to do: "mse" after the sigmoid, or a loss class of your own with the derivative (true -
# predicted) / (predicted * (1 - predicted)), which brings class 0 below 0.02.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nano-keras==1.2.1 numpy==1.26.4
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nano_keras.layers import Dense, Input
from nano_keras.losses import BCE, MSE
from nano_keras.models import NN
from nano_keras.optimizers import SGD


class Corrected(BCE):
    """The same loss with its slope, in the direction that the optimisers add."""

    def compute_derivative(self, true, predicted):
        return (true - predicted) / (predicted * (1 - predicted))


def says(true, loss):
    """What a sigmoid unit says after 200 steps on one example of this class."""
    network = NN([Input(1), Dense(1, "sigmoid")])
    network.compile(loss, SGD(0.1))
    unit = network.layers[1]
    unit.weights, unit.biases = np.zeros((1, 1)), np.zeros(1)
    network.train(np.ones((1, 1)), np.array([[true]]), 1, 200, verbose=0)
    return network.feed_forward(np.ones(1)).item()


true, predicted = np.array([1.0, 0.0]), np.array([0.3, 0.6])
given = BCE().compute_derivative(true, predicted)
losses = [BCE().compute_loss(true[[k]], predicted[[k]]) for k in range(2)]
print("derivative:", given, "losses:", losses)
assert np.allclose(given, losses, atol=1e-5), "it is not the loss any more"
assert np.allclose(given, [1.204, 0.916], atol=1e-3)
for place, right in ((0, 10 / 3), (1, -2.5)):
    step = 1e-6 * np.eye(2)[place]
    ends = [2 * BCE().compute_loss(true, predicted + side * step) for side in (1, -1)]
    assert np.isclose((ends[1] - ends[0]) / 2e-6, right, rtol=1e-4)
assert np.allclose(MSE().compute_derivative(true, predicted), 2 * (true - predicted))

for loss, of_class_0, of_class_1 in ((BCE(), 1.0, 0.90), (MSE(), 0.05, 0.94)):
    found = says(0.0, loss), says(1.0, loss)
    print(type(loss).__name__, "class 0 and 1:", found)
    assert np.allclose(found, (of_class_0, of_class_1), atol=0.01), "it learns something else now"
assert BCE().compute_loss(np.zeros(1), np.array([says(0.0, BCE())])) > 15
assert says(0.0, Corrected()) < 0.03 and says(1.0, Corrected()) > 0.97
print("corrected:", says(0.0, Corrected()), says(1.0, Corrected()))
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the derivative of bce is the loss"
