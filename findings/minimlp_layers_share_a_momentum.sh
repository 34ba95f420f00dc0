#!/usr/bin/env bash
# minimlp 0.1.1 with NumPy 2.4.6 (Python 3.11): an optimizer has one velocity for all layers, so
# that a layer is moved by the gradients of another; and Xavier's start has half his variance.
#
# Expected: a velocity for each layer, and for Adam its averages; and weights with the variance 2 /
# (inputs + outputs). `MLP.train` calls the optimizer for one layer after the other, and it keeps
# what it had from the last call. The variance is 1 / (inputs + outputs).
#
# Seen, for two layers of 2 x 2 of which only the first has a gradient: after one step of Momentum
# the second has moved nine tenths as far, and with Adam too. Layers of other shapes, which the
# README shows with Adam, end the first step with an error. Of 400 x 400 weights the variance times
# 400 is 0.50, where 1 is right. SGD without momentum is right.
#
# Hurts: a comparison of optimizers or of starts: a network of equal layers trains without a word,
# and what is compared is neither of them.
#
# What to do: SGD without momentum; weights * sqrt(2) at the start.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet minimlp==0.1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from miniMLP.activation import ActivationFunction
from miniMLP.engine import MLP
from miniMLP.layers import Layer
from miniMLP.losses import MSE
from miniMLP.optimizers import SGD, Adam, Momentum


def network(optimizer, *sizes):
    pairs = zip(sizes[:-1], sizes[1:], strict=True)
    layers = [Layer(fan_in, out, ActivationFunction.relu) for fan_in, out in pairs]
    return MLP(layers, MSE(), optimizer)


def moved(optimizer):
    """How far each of two layers has moved after a step in which the first has a gradient of 1."""
    first, second = network(optimizer, 2, 2, 2).layers
    starts = [layer.weights.copy() for layer in (first, second)]
    for layer, slope in ((first, 1.0), (second, 0.0)):
        grads = {"dW": np.full((2, 2), slope), "db": np.zeros((1, 2))}
        optimizer.update(layer.weights, layer.biases, grads, t=1)
    ends = first.weights, second.weights
    return [np.abs(end - start).mean() for end, start in zip(ends, starts, strict=True)]


for optimizer, share in ((Momentum(), 0.9), (Adam(), 0.9), (SGD(), 0)):
    first, second = moved(optimizer)
    print(f"{type(optimizer).__name__}: the second layer moves {second / first:.3f} as far")
    assert abs(second / first - share) < 0.01, "layers are moved otherwise now"

x = np.random.default_rng(0).normal(size=(8, 2))
for sizes, fails in (((2, 2, 2), False), ((2, 3, 2), True)):
    try:
        network(Momentum(), *sizes).train(x, x, epochs=1, batch_size=8, verbose=False)
    except ValueError as error:
        print(sizes, error)
        assert fails
    else:
        assert not fails, "layers of other shapes train now"

np.random.seed(0)
weights = Layer(400, 400, ActivationFunction.relu, init="xavier").weights
print("variance times 400:", weights.var() * 400)
assert 0.49 < weights.var() * 400 < 0.51, "the start has another variance now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: layers share a momentum"
