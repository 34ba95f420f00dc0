#!/usr/bin/env bash
# nano-keras 1.2.1 with NumPy 1.26.4 (Python 3.11): all biases of a `Dense` layer take the same
# step, the mean of their slopes; and in a batch the step of the weights is made of the mean input
# and the mean slope.
#
# Expected: for each bias its own slope, and for the weights the mean of input times slope over the
# examples. The layer hands np.average(delta), one number for all units, to the optimiser, and takes
# the averages over the batch before it multiplies.
#
# Seen: two outputs from bias 0 with the targets 1 and -1 and inputs of 0 keep the biases 0, through
# 100 steps with SGD(0.1) and "mse"; with the targets 1 and 2 both end at 1.5. For the two examples
# x = -1, y = -1 and x = 1, y = 1 in one batch the weight stays at 0, as the mean input is 0; with
# batches of one it learns y = x within 1e-3.
#
# Hurts: what is learned depends on the batch size, down to nothing for inputs with the mean 0,
# which is how data are prepared; and a hand-written step differs in each bias.
#
# What to do: batches of one, and in place of the biases an input that is always 1, whose weights
# have slopes of their own.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nano-keras==1.2.1 numpy==1.26.4
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nano_keras.activations import LeakyReLU
from nano_keras.layers import Dense, Input
from nano_keras.models import NN
from nano_keras.optimizers import SGD


def trained(inputs, targets, batch):
    """Weights and biases of a layer without a bend, from zero, after 100 epochs."""
    inputs, targets = np.array(inputs, dtype=float), np.array(targets, dtype=float)
    units = targets.shape[1]
    network = NN([Input(inputs.shape[1]), Dense(units, LeakyReLU(1.0))])
    network.compile("mse", SGD(0.1))
    layer = network.layers[1]
    layer.weights, layer.biases = np.zeros((inputs.shape[1], units)), np.zeros(units)
    network.train(inputs, targets, batch, 100, verbose=0)
    return layer.weights, layer.biases


for targets, seen in (([1.0, -1.0], 0.0), ([1.0, 2.0], 1.5)):
    _, biases = trained([[0.0]], [targets], 1)
    print(f"targets {targets}: biases {biases}")
    assert np.allclose(biases, seen, atol=1e-6), "the biases differ now"
weights, _ = trained([[1.0]], [[1.0, -1.0]], 1)
print("an input that is always 1:", weights)
assert np.allclose(weights, [[1, -1]], atol=1e-3), "its weights are no help"

examples = [[-1.0], [1.0]]
whole, single = (trained(examples, examples, batch)[0].item() for batch in (2, 1))
print("weight by one batch:", whole, "by batches of one:", single)
assert whole == 0 and abs(single - 1) < 1e-3, "the batch is learned from in another way now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: one step for all biases"
