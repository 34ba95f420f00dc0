#!/usr/bin/env bash
# snn-samsit 0.1.3 with NumPy 2.4.6 (Python 3.11): for the kernel of a `Conv1D` every initializer
# takes the square root of the number of weights as the number of inputs, and of outputs.
#
# Expected: width times channels in for He's and LeCun's, and the same with channels out for
# Glorot's, as it has for two axes and for the four axes of Conv2D. Three axes fall under "all other
# shapes".
#
# Seen, as the weights' variance over the one that is meant: for one channel in, 256 filters and a
# width of 3, he_normal, he_uniform and lecun_normal have 0.11, and for 128 channels, 8 filters and
# a width of 5 they have 8.9; glorot_normal, which Conv1D starts with, has 14 and 4.8. For Conv2D of
# 3 x 3 all have 1. What a first layer of that kind with he_normal hands on after ReLU has a ninth
# of the mean square of its input.
#
# Hurts: networks on sequences: a signal that is kept with Conv2D or Dense fades or grows, by the
# numbers of channels.
#
# What to do: give a function as kernel_initializer, lambda shape: he_normal((shape[0] * shape[1],
# shape[2])).reshape(shape).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet snn-samsit==0.1.3 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from snn.initializers import get, he_normal
from snn.layers import Conv1D


def ratio(name, shape):
    """The weights' mean square over the variance that the initializer is named after."""
    *width, channels, filters = shape
    inputs, outputs = np.prod(width) * channels, np.prod(width) * filters
    meant = {
        "he_normal": 2 / inputs,
        "he_uniform": 2 / inputs,
        "lecun_normal": 1 / inputs,
        "glorot_normal": 2 / (inputs + outputs),
    }
    draws = [get(name)(shape, seed=seed) for seed in range(200)]
    return np.mean(np.square(draws)) / meant[name]


for shape, by_inputs, by_both in (((3, 1, 256), 1 / 9, 14.3), ((5, 128, 8), 8.94, 4.75)):
    for name in ("he_normal", "he_uniform", "lecun_normal", "glorot_normal"):
        print(shape, name, round(ratio(name, shape), 3))
        right = by_both if name == "glorot_normal" else by_inputs
        assert np.isclose(ratio(name, shape), right, rtol=0.03), "the variance differs"
        assert np.isclose(ratio(name, (3, 3, 4, 8)), 1, rtol=0.05)

np.random.seed(0)
x = np.random.default_rng(1).normal(size=(20, 50, 1))


def handed_on(initializer):
    """Mean square after the layer and ReLU, over the one before."""
    layer = Conv1D(256, 3, kernel_initializer=initializer)
    layer.build(x.shape)
    return np.mean(np.maximum(layer.forward(x), 0) ** 2) / np.mean(x**2)


def flat(shape):
    """He's start for a kernel of three axes, by way of a matrix."""
    return he_normal((shape[0] * shape[1], shape[2])).reshape(shape)


print("handed on:", handed_on("he_normal"), "by a function:", handed_on(flat))
assert 0.08 < handed_on("he_normal") < 0.15 and 0.7 < handed_on(flat) < 1.3
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: inputs are the square root of all weights"
