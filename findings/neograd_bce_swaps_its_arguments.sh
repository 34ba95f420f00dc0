#!/usr/bin/env bash
# neograd 0.0.4 with NumPy 2.4.6 (Python 3.11): `BCE()(outputs, targets)` takes the logarithm of the
# targets and weighs it with the outputs. The loss is a straight line in the output, and training
# goes to 0 or 1 where it should go to the share of ones.
#
# Expected: the mean of -log p of what is true; docstring and README give the outputs first, and its
# sibling `CE` takes them so. What keeps log(0) away, 1e-9, is all that is left of the logarithm:
# log(0 + 1e-9) is -20.7.
#
# Seen, for a true 1: p = 0.5 has the loss 10.4 and p = 0.99 has 0.21, right are 0.69 and 0.01, and
# the slope is -20.7 at every p. A unit with sigmoid that is trained on seven ones and three
# zeros ends at p > 0.99; with the arguments exchanged by the caller it ends at 0.70.
#
# Hurts: who compares a hand-written loss or delta with it, and who trains for probabilities; the
# sign of the slope is right, so that accuracy looks well. The package's own gradient check passes,
# for the gradient is that of the wrong loss.
#
# What to do: call it with the targets first, as a new tensor at each step.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet neograd==0.0.4 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import math

import neograd as ng
import numpy as np
from neograd import nn
from neograd.nn.loss import BCE
from neograd.nn.optim import GD


def loss_and_slope(p, true):
    output = ng.tensor(np.array([[p]]), requires_grad=True)
    loss = BCE()(output, ng.tensor(np.array([[true]])))
    loss.backward()
    return float(loss.data), float(output.grad.item())


for p in (0.01, 0.5, 0.9, 0.99):
    loss, slope = loss_and_slope(p, 1.0)
    print(f"p = {p} for a true 1: loss {loss:.3f}, slope {slope:.2f}, right {-math.log(p):.3f}")
    assert math.isclose(loss, (1 - p) * -math.log(1e-9), rel_tol=1e-4), "the loss is another one"
    assert math.isclose(slope, math.log(1e-9), rel_tol=1e-4), "the slope is another one now"


class Unit(nn.Model):
    def __init__(self):
        self.stack = nn.Sequential(nn.Linear(1, 1), nn.Sigmoid())

    def forward(self, inputs):
        return self.stack(inputs)


def trained(loss):
    """The probability of a one after training on seven ones and three zeros."""
    np.random.seed(0)
    ones, unit = np.ones((10, 1)), Unit()
    seven = np.arange(10).reshape(10, 1) < 7
    step = GD(unit.parameters(), 0.5)
    for _ in range(300):
        step.zero_grad()
        outputs = unit(ng.tensor(ones))
        loss(outputs, ng.tensor(seven.astype(float))).backward()
        step.step()
    return float(outputs.data[0, 0])


plain, exchanged = trained(BCE()), trained(lambda outputs, targets: BCE()(targets, outputs))
print(f"trained on 70 % ones: {plain:.4f}, with the arguments exchanged {exchanged:.4f}")
assert plain > 0.99, "training ends elsewhere now"
assert math.isclose(exchanged, 0.7, abs_tol=0.01), "the order of the arguments is another one"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: BCE takes the logarithm of the targets"
