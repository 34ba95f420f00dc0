#!/usr/bin/env bash
# deepdive-ml 1.0.0 with NumPy 2.4.6 (Python 3.11): a tensor that is used twice has the gradient of
# one use only; and in `Linear` the bias has the mean over the examples where the weights have the
# sum.
#
# Expected: the sum over all uses, by the chain rule. backward() sets the gradient of a tensor each
# time that it arrives there, and does not add. The gradient of a bias has a row for each example,
# of which the step takes the mean.
#
# Seen: w * w at w = 3 has the gradient 3 for 6, and w * a + w * b with a = 2 and b = 5 has 5 for 7.
# For a Linear layer, the sum of its outputs and 4 examples, a step of size 1 moves the weights by
# the sum of the inputs, which is right, and each bias by 1 where 4 is right.
#
# Hurts: weights that are shared or squared, as in a penalty or in a recurrent network, and residual
# connections: part of the gradient is missing, without a message.
#
# What to do: check each network against central differences; use a tensor once only.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet deepdive-ml==1.0.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from deepdive.nn import SGD, Linear
from deepdive.tensor import Tensor


def gradient(function):
    """The gradient by w at 3."""
    w = Tensor(np.array([3.0]))
    function(w).sum().backward()
    return float(w.grad[0])


two, five = Tensor(np.array([2.0])), Tensor(np.array([5.0]))
for name, function, seen, right in (
    ("w * 2", lambda w: w.mul(two), 2, 2),
    ("w * w", lambda w: w.mul(w), 3, 6),
    ("w * 2 + w * 5", lambda w: w.mul(two).add(w.mul(five)), 5, 7),
):
    found = gradient(function)
    print(f"{name}: {found}, right {right}")
    assert found == seen, "another gradient now"

x = np.arange(12.0).reshape(4, 3)
layer = Linear(3, 2)
before = {name: one.data.copy() for name, one in layer.params.items()}
layer(Tensor(x)).sum().backward()
layer.step(1.0, SGD)
moved = {name: before[name] - one.data for name, one in layer.params.items()}
print("weights:", moved["LinearW"].tolist(), "biases:", moved["LinearB"].tolist())
assert np.allclose(moved["LinearW"], x.sum(axis=0)[:, None]), "the weights' step differs now"
assert np.allclose(moved["LinearB"], 1), "the biases' step is another one now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a second use overwrites the gradient of the first"
