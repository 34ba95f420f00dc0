#!/usr/bin/env bash
# gradipy 0.1.0 with NumPy 2.4.6 (Python 3.11): nothing goes back through a product: what stands
# before `*` has the gradient 0 after backward(). And a softmax hands back 0 to all that is before
# it.
#
# Expected: the other factor times the gradient from above. The function that would do this is
# stored under a misspelt name, so that backward() runs the empty one; the softmax adds zeros, which
# a comment beside it calls to be corrected.
#
# Seen: of 3 * w at w = 2 the gradient is 0, and of w * w it is 0. A network whose hidden units are
# multiplied by a scale has the gradient 0 for all weights of the layer below. Through matmul, relu,
# exp and the sum of w + w the gradients are right, and so is the one of the cross-entropy.
#
# Hurts: squared errors, penalties and gates: the layers before them stay at their first weights,
# and a hand-written gradient that is right disagrees with it.
#
# What to do: write exp of a sum of logarithms for products of positive numbers, a matrix product
# with a diagonal matrix for a scale, and CrossEntropyLoss instead of a softmax.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet gradipy==0.1.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from gradipy.nn import CrossEntropyLoss
from gradipy.tensor import Tensor


def gradient(function, start):
    """The gradient of the sum of the outputs, by backward()."""
    inputs = Tensor(np.array(start))
    function(inputs).backward()
    return inputs.grad


three = Tensor(np.array([[3.0]]))
print("3 * w:", gradient(lambda w: three * w, [[2.0]]))
print("w * w:", gradient(lambda w: w * w, [[2.0]]))
assert not gradient(lambda w: three * w, [[2.0]]).any(), "a product has a slope now"
assert not gradient(lambda w: w * w, [[2.0]]).any(), "a square has a slope now"
assert not gradient(lambda w: w.softmax().log(), [[0.5, -1.0]]).any(), "a softmax has a slope now"
assert np.allclose(gradient(lambda w: three @ w, [[2.0]]), 3)
assert np.allclose(gradient(lambda w: w + w, [[2.0]]), 2)
assert np.allclose(gradient(lambda w: w.exp(), [[2.0]]), np.exp(2))

draw = np.random.default_rng(1)
x, first, second = (draw.normal(size=shape) for shape in ((5, 3), (3, 4), (4, 2)))
labels = Tensor(np.array([0, 1, 0, 1, 1]))
scale = np.ones((5, 4))


def slope_below(scaled):
    """The gradient of the cross-entropy by the weights of the first layer."""
    below = Tensor(first)
    hidden = (Tensor(x) @ below).relu()
    hidden = hidden * Tensor(scale) if scaled else hidden
    CrossEntropyLoss()(hidden @ Tensor(second), labels).backward()
    return below.grad


scaled, plain = abs(slope_below(True)).max(), abs(slope_below(False)).max()
print("largest slope below a scale:", scaled, "without:", plain)
assert scaled == 0, "what is below a scale has a slope now"
assert plain > 0.01
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: no gradient passes a product"
