#!/usr/bin/env bash
# autograd 1.9.1 with NumPy 2.4.6 (Python 3.11): the slope of ReLU at 0 depends on how it is
# written: one half with np.maximum(a, 0) or (np.abs(a) + a) / 2, and 0 with np.where(a > 0, a, 0).
# The textbook backward pass, delta * (a > 0), takes 0.
#
# Seen: in a network whose first layer starts at zero every pre-activation is exactly 0, so this is
# no rare point there. With hidden bias 0 and outgoing weights 1, the gradient of the loss by the
# hidden bias is -1 with np.maximum and 0 with np.where: from the same start and with the same
# function values, one version moves at the first step and the other one does not.
#
# What to do: write np.where(a > 0, a, 0) where autograd is to agree with the textbook formula, and
# check the gradients of a ReLU network at points where no pre-activation is 0.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet autograd==1.9.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import autograd.numpy as np
from autograd import grad

ways = {
    "maximum": (lambda a: np.maximum(a, 0.0), 0.5),
    "where": (lambda a: np.where(a > 0, a, 0.0), 0.0),
    "abs": (lambda a: (np.abs(a) + a) / 2, 0.5),
}
x, target = np.array([[1.0, 2.0], [3.0, -1.0]]), 1.0
for name, (relu, expected) in ways.items():

    def loss(b1, relu=relu):
        """Mean squared error of a network whose first layer has zero weights."""
        h = relu(x @ np.zeros((2, 3)) + b1)
        return np.mean((h @ np.ones((3, 1)) - target) ** 2)

    at_zero, by_bias = grad(relu)(0.0), grad(loss)(np.zeros(3))
    print(f"{name}: slope at 0 is {at_zero}, gradient by the hidden bias {by_bias}")
    assert grad(relu)(1.0) == 1.0 and grad(relu)(-1.0) == 0.0
    assert at_zero == expected, "the slope at 0 differs now"
    assert np.array_equal(by_bias, np.full(3, -2 * expected)), "the gradient differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: np.maximum has slope one half at 0, np.where has 0"
