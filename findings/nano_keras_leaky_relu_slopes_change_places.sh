#!/usr/bin/env bash
# nano-keras 1.2.1 with NumPy 1.26.4 (Python 3.11): the derivative of `LeakyReLU` is 1 below zero
# and alpha above it, where alpha and 1 are right; and its `ELU` jumps at zero.
#
# Expected: the derivative of what apply_activation computes, which is max(alpha * x, x) as it
# should be. The comparison in compute_derivative points the other way. ELU is alpha * exp(x) - 1
# below zero, without the brackets of alpha * (exp(x) - 1), and its derivative does not show it.
#
# Seen, with alpha = 0.2 and 0.01: at -2 and 2 the derivative is 1 and alpha, and by a central
# difference it is alpha and 1. A gradient that passes ten layers of positive pre-activations is
# 0.2 ** 10 = 1e-7 of what it was, where nothing is to be lost; with alpha = 0.01 it is 1e-20, so
# that the activation which is chosen against vanishing gradients makes them vanish. ELU(0.2) is
# -0.8 just below zero and 0 just above; with alpha = 1 it is right.
#
# Hurts: networks with "leaky_relu", where what is active hardly learns, and who checks a derivative
# against it.
#
# What to do: an activation class of your own with np.where(X > 0, 1, alpha) as compute_derivative,
# and ELU(1).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nano-keras==1.2.1 numpy==1.26.4
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nano_keras.activations import ELU, LeakyReLU
from nano_keras.layers import Dense
from nano_keras.optimizers import SGD

LAYERS = 10


class Corrected(LeakyReLU):
    """The same activation with its own derivative."""

    def compute_derivative(self, X):
        return np.where(X > 0, 1, self.alpha)


def central(activation, at):
    """The derivative by differences."""
    ends = activation.apply_activation(at + 1e-6) - activation.apply_activation(at - 1e-6)
    return ends / 2e-6


def passed(activation):
    """What is left of a gradient of 1 after layers of one unit with weight 1 and input 1."""
    gradient = np.ones(1)
    for _ in range(LAYERS):
        layer = Dense(1, activation)
        layer.weights, layer.biases = np.ones((1, 1)), np.zeros(1)
        layer.inputs = layer.outputs = np.ones((1, 1))
        gradient = layer.backpropagate(gradient, [SGD(0.0)])
    return gradient.item()


at = np.array([-2.0, 2.0])
for alpha in (0.2, 0.01):
    leaky, corrected = LeakyReLU(alpha), Corrected(alpha)
    given, right = leaky.compute_derivative(at), central(leaky, at)
    print(f"alpha {alpha}: given {given}, by differences {right}, passed {passed(leaky)}")
    assert np.allclose(given, (1, alpha)), "the derivative is another one now"
    assert np.allclose(right, (alpha, 1))
    assert np.allclose(corrected.compute_derivative(at), right)
    assert np.isclose(passed(leaky), alpha**LAYERS)
    assert np.isclose(passed(corrected), 1)

for alpha, jump in ((0.2, 0.8), (1.0, 0.0)):
    below, above = ELU(alpha).apply_activation(np.array([-1e-9, 1e-9]))
    print(f"ELU({alpha}) beside zero: {below} {above}")
    assert np.isclose(above - below, jump, atol=1e-6), "ELU is another function now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the slopes of the two sides have changed places"
