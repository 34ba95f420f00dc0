#!/usr/bin/env bash
# caspian-ml 1.1.0 with NumPy 2.4.6 (Python 3.11): the backward pass of `Linear` multiplies the
# gradient by the layer's own output, and that of `Huber` has the other sign and is one number for
# all outputs.
#
# Expected: the gradient times the input for the weights and times the weights for the input. The
# output stands where a layer with an activation has its slope; here it is not even of that kind.
# The other losses return prediction - label; Huber returns the mean of label - prediction.
#
# Seen, for a layer of three inputs and two outputs, whose outputs are 0.4 and -1.5: step over
# learning rate times slope, with the slope from central differences of its own forward pass, is 0.4
# and -1.5 for the weights of the two outputs. So where the output is negative it goes uphill, and
# where it is 0 it stays: of three units with the target 1, the one that starts at 0.5 is at 0.99
# after 50 steps, that at 0 still is, and that at -0.5 is at -3.65 after 10. For two errors of 0.5
# and -0.5 the gradient of Huber is 0; of one of 0.5 it is -0.5.
#
# Hurts: who compares a hand-written backward pass with it, or trains a last layer without an
# activation, as for regression: what has a wrong sign keeps it.
#
# What to do: `Dense` with an activation, and MeanSquareErr, which agree with central differences.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet caspian-ml==1.1.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from caspian.activations import Tanh
from caspian.layers import Dense, Linear
from caspian.losses import Huber, MeanSquareErr
from caspian.optimizers import StandardGD

RATE, NUDGE = 1e-4, 1e-5
x, y = np.array([1.0, -2.0, 0.5]), np.array([1.0, 1.0])
start = np.array([[0.2, 0.1, 0.8], [-0.7, 0.5, 0.4]])


def ratios(layer):
    """Step over rate times slope, for a weight of each output."""
    layer.layer_weight[:] = start
    slopes = []
    for output in range(2):
        values = []
        for nudge in (NUDGE, -NUDGE):
            layer.layer_weight[output, 1] += nudge
            values.append(MeanSquareErr.forward(y, layer.forward(x)))
            layer.layer_weight[output, 1] -= nudge
        slopes.append((values[0] - values[1]) / (2 * NUDGE))
    predicted = layer.forward(x, training=True)
    layer.backward(MeanSquareErr.backward(y, predicted))
    steps = start[:, 1] - layer.layer_weight[:, 1]
    return steps / (RATE * np.array(slopes)), predicted


found, output = ratios(Linear(3, 2, optimizer=StandardGD(RATE)))
print("Linear: outputs", output, "step over rate times slope", found)
assert np.allclose(output, [0.4, -1.5]) and np.allclose(found, output, rtol=1e-4), "it differs now"
found, _ = ratios(Dense(Tanh(), 3, 2, optimizer=StandardGD(RATE)))
print("Dense with tanh:", found)
assert np.allclose(found, 1, rtol=1e-4), "so does Dense"

one = np.array([1.0])
for begin, steps, expected in ((0.5, 50, 0.99), (0.0, 50, 0.0), (-0.5, 10, -3.65)):
    layer = Linear(1, 1, biases=False, optimizer=StandardGD(0.1))
    layer.layer_weight[:] = begin
    for _ in range(steps):
        layer.backward(MeanSquareErr.backward(one, layer.forward(one, training=True)))
    print(f"target 1, from {begin}: {layer.forward(one)} after {steps} steps")
    assert abs(layer.forward(one)[0] - expected) < 0.01, "it ends elsewhere now"

labels = np.zeros(2)
both, single = Huber().backward(labels, np.array([0.5, -0.5])), Huber().backward(0.0, 0.5)
print("Huber: two errors", both, "one error", single)
assert np.ndim(both) == 0 and both == 0 and single == -0.5, "Huber has another gradient now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the gradient of Linear is multiplied by its output"
