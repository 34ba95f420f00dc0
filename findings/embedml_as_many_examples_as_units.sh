#!/usr/bin/env bash
# embedml 0.1.3 with NumPy 2.4.6 (Python 3.11): where a batch has as many examples as the layer has
# units, the gradient of the bias is summed over the units instead of the examples, and the first
# step turns the bias into a matrix.
#
# Expected: for each unit the sum over the examples, whatever their number. Which axis to sum is
# guessed from the lengths: if the bias is as long as the first axis of the gradient, the last one
# is summed.
#
# Seen, for a layer of 4 units, each of whose outputs has the slope 1, 2, 3 and 4: the gradient of
# the bias is 3, 6, 9 and 12 for 3 examples, and 5, 10, 15 and 20 for 5. For 4 examples it is a
# matrix of 4 by 4 with 10 in all places, where 4, 8, 12 and 16 are right. After a step of SGD the
# bias is 4 by 4 too, one row for each example. The weights have the right gradient each time.
#
# Hurts: a batch size that is the number of classes, 10 in many an exercise: nothing is said until a
# batch of another size comes, and its shape does not fit.
#
# What to do: another batch size, or a column of ones among the inputs in place of the bias.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet embedml==0.1.3 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from embedml.nn import SGD, Linear
from embedml.tensor import Tensor

UNITS = 4
SLOPES = np.arange(1.0, UNITS + 1)
RATE = Tensor(np.array(0.1), requires_grad=False)
draws = np.random.default_rng(0)


def trained(examples):
    """A layer after a step, the gradient of its bias, and whether that of its weights is right."""
    layer = Linear(2, UNITS)
    inputs = draws.normal(size=(examples, 2))
    slopes = Tensor(np.tile(SLOPES, (examples, 1)), requires_grad=False)
    (layer(Tensor(inputs, requires_grad=False)) * slopes).sum().backward()
    weights_right = np.allclose(layer.weight.grad.data, inputs.T @ slopes.data)
    gradient = np.array(layer.bias.grad.data)
    SGD([layer.weight, layer.bias], RATE).step()
    return layer, gradient, weights_right


for examples in (3, 4, 5):
    layer, gradient, weights_right = trained(examples)
    print(f"{examples} examples: gradient {gradient.tolist()}, bias {layer.bias.data.shape}")
    assert weights_right, "the gradient of the weights is wrong as well"
    if examples == UNITS:
        assert gradient.shape == (4, 4) and np.all(gradient == SLOPES.sum()), "it differs now"
        assert layer.bias.data.shape == (4, 4), "the bias keeps its shape now"
    else:
        assert np.allclose(gradient.ravel(), examples * SLOPES)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the axis is guessed from the lengths"
