#!/usr/bin/env bash
# clumsygrad 0.2.1 with NumPy 2.4.6 (Python 3.11): the slope of `sigmoid` is taken at its output
# instead of its input, and the gradient of `mse_loss` is that of a sum, though the loss is a mean.
#
# Expected: s * (1 - s) with s = sigmoid(x), which is the formula in the docstring of its backward
# function, and 2 * (p - t) / n for a mean over n numbers; `mae_loss` divides by n.
#
# Seen: the slope at 0 is 0.235, where 0.25 is right; at -4 and 4, where both are 0.018, it is 0.25
# and 0.198. So it is never below 0.19, and no unit saturates. For four numbers the gradient of the
# mean squared error is four times its slope; that of the mean absolute error is right.
#
# Hurts: who checks an exercise on saturated units against it, or looks for a learning rate: deep
# sigmoid networks seem to learn well, and the right backward pass is off by a factor of 14.
#
# What to do: (1 + exp(-1 * x)) ** -1 from clumsygrad's own parts has the right slope, and so has
# mean((p - t) ** 2).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet clumsygrad==0.2.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from clumsygrad.activation import sigmoid
from clumsygrad.loss import mae_loss, mse_loss
from clumsygrad.math import exp, mean
from clumsygrad.tensor import Tensor, TensorType


def slopes(function, at):
    """Gradient of function at these numbers."""
    x = Tensor(at, tensor_type=TensorType.PARAMETER)
    function(x).backward()
    return x.grad


def s(a):
    return 1 / (1 + np.exp(-np.array(a)))


AT = [-4.0, 0.0, 4.0]
right = s(AT) * (1 - s(AT))
found = np.concatenate([slopes(sigmoid, [a]) for a in AT])
own = np.concatenate([slopes(lambda x: (1 + exp(-1 * x)) ** -1, [a]) for a in AT])
print("sigmoid at -4, 0, 4:", found, "right:", right, "of its own parts:", own)
assert np.allclose(found, s(s(AT)) * (1 - s(s(AT)))), "the slope is another one now"
assert found.min() > 0.19 and found[0] > 14 * right[0]
assert np.allclose(own, right)

p, zeros = [1.0, 2.0, 3.0, 4.0], Tensor([0.0] * 4)
squares = slopes(lambda x: mse_loss(x, zeros), p)
print("mean squared error:", squares)
assert np.allclose(squares, 2 * np.array(p)), "its gradient is divided now"
assert np.allclose(slopes(lambda x: mean((x - zeros) ** 2), p), squares / 4)
assert np.allclose(slopes(lambda x: mae_loss(x, zeros), p), 1 / 4)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the slope of sigmoid is the one at its output"
