#!/usr/bin/env bash
# nnetflow 2.0.5 with NumPy 2.4.6 and SciPy 1.17.1 (Python 3.11): weights of `He_normal` have twice
# He's variance, and those of `Conv2d`, which starts with it, 18 times as much where it has as many
# channels out as in, and a kernel of 3 x 3.
#
# Expected: 2 / fan_in, which `He_uniform` has. The deviation is gain * sqrt(2 / fan), and the gain
# for ReLU is sqrt(2) already. The first axis is taken for the inputs; for the kernel of a
# convolution it is the number of channels out.
#
# Seen, as the variance over 2 / fan_in: 2.0 for 500 x 500 with He_normal, 1.0 with He_uniform and
# with `Linear`. For Conv2d with 64 channels in it is 18 with 64 channels out and 72 with 16. The
# mean square of a picture that goes through five such layers with ReLU, 64 channels each, becomes
# two million times as large; with He's variance it stays within a factor of 3.
#
# Hurts: convolutional networks: the first loss is huge, and a gradient that is right for these
# weights explodes, though the docstring of the layer says He.
#
# What to do: draw the kernel anew, conv.weight.data = rng.normal(0, np.sqrt(2 / (channels * 9)),
# shape), and take He_uniform for matrices.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nnetflow==2.0.5 numpy==2.4.6 scipy==1.17.1
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nnetflow.engine import Tensor
from nnetflow.init.initializers import He_normal, He_uniform
from nnetflow.layers import Conv2d, Linear

np.random.seed(0)
draw = np.random.default_rng(0)


def matrix(initializer):
    weights = Tensor(np.zeros((500, 500)))
    initializer(weights)
    return weights.data


def kernel(inputs, outputs):
    return Conv2d(inputs, outputs, 3).weight.data


for name, weights, fan_in, expected in (
    ("He_normal", matrix(He_normal), 500, 2),
    ("He_uniform", matrix(He_uniform), 500, 1),
    ("Linear", Linear(500, 500).weight.data, 500, 1),
    ("Conv2d, 64 to 64", kernel(64, 64), 64 * 9, 18),
    ("Conv2d, 64 to 16", kernel(64, 16), 64 * 9, 72),
):
    ratio = weights.var() / (2 / fan_in)
    print(f"{name}: {ratio:.3f} of He's variance")
    assert abs(ratio / expected - 1) < 0.05, "it has another variance now"


def passed(he):
    """Mean square after five layers over that before; without padding there is no rim."""
    first = signal = draw.normal(size=(4, 64, 16, 16))
    for _ in range(5):
        layer = Conv2d(64, 64, 3)
        if he:
            layer.weight.data = draw.normal(0, np.sqrt(2 / (64 * 9)), layer.weight.data.shape)
        signal = np.maximum(layer(Tensor(signal)).data, 0)
    return np.mean(signal**2) / np.mean(first**2)


plain, he = passed(False), passed(True)
print(f"after five layers: times {plain:.2g}, with He's variance {he:.2g}")
assert 1 / 3 < he < 3, "so much for the comparison"
assert 1 / 3 < plain / 18**5 < 3, "the signal grows otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: He_normal has twice He's variance, and takes a kernel's outputs for its inputs"
