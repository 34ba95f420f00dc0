#!/usr/bin/env bash
# knoxtinytorch 0.1.1 with NumPy 2.4.6 (Python 3.11): the slope of `PReLU` is among the parameters
# and has a gradient, and no optimizer changes it; and clearing the gradients before the first step
# is an error.
#
# Expected: a slope that is learned, which is what the P stands for. The step is taken with `-=` on
# what was read from the layer; that changes an array in place, and of a Python number it changes
# the local name only. A gradient is cleared with .fill(0), which the number 0 does not have.
#
# Seen, for a layer of one unit with the slope 0.25, whose target is 0.75 times its negative input:
# after 500 steps of SGD, Momentum and Adam it is 0.25, while its gradient is the central difference
# of the loss, and a step along it by hand reaches 0.75. `zero_grad` before the first backward pass
# ends with "'int' object has no attribute 'fill'"; afterwards it runs, and the gradient stays.
#
# Hurts: who looks at what the network learns, or compares PReLU with LeakyReLU: they are the same.
#
# What to do: layer.alpha = np.array(0.25) and layer.dalpha = np.array(0.0) at the start, and write
# layer.dalpha = np.array(layer.dalpha) after each backward pass.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet knoxtinytorch==0.1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
import tinytorch as tt

X = np.linspace(-2, -0.5, 7).reshape(-1, 1)
TARGET = 0.75 * X


def loss_and_slope(layer):
    """Mean squared error of the layer, whose gradient is computed on the way."""
    loss = tt.MeanSquaredError()
    value = loss.forward(layer.forward(X), TARGET)
    layer.backward(loss.backward())
    return value


for optimizer in (tt.SGD, tt.Momentum, tt.Adam):
    layer = tt.PReLU()
    net = tt.Sequential(layer)
    assert [name for _, name, _ in net.parameters()] == ["alpha"], "it is no parameter now"
    steps = optimizer(net.parameters(), lr=0.1)
    try:
        steps.zero_grad()
    except AttributeError as error:
        assert str(error) == "'int' object has no attribute 'fill'"
    else:
        raise AssertionError("gradients can be cleared at the start now")
    for _ in range(500):
        loss_and_slope(layer)
        steps.step()
    print(optimizer.__name__, layer.alpha, layer.dalpha)
    assert layer.alpha == 0.25, "the slope is learned now"

layer.alpha = 0.25 + 1e-6
above = loss_and_slope(layer)
layer.alpha = 0.25 - 1e-6
assert np.isclose((above - loss_and_slope(layer)) / 2e-6, layer.dalpha), "the gradient differs"
for _ in range(500):
    loss_and_slope(layer)
    layer.alpha = layer.alpha - 0.1 * layer.dalpha
print("by hand", layer.alpha)
assert abs(layer.alpha - 0.75) < 1e-6

layer = tt.PReLU()
layer.alpha = np.array(0.25)
layer.dalpha = np.array(0.0)
steps = tt.SGD(tt.Sequential(layer).parameters(), lr=0.1)
for _ in range(500):
    steps.zero_grad()
    loss_and_slope(layer)
    layer.dalpha = np.array(layer.dalpha)
    steps.step()
assert abs(layer.alpha - 0.75) < 1e-6, "what to do no longer helps"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the slope of PReLU stays"
