#!/usr/bin/env bash
# Keras 3.15.1 on JAX 0.10.2 with NumPy 2.4.6 (Python 3.11): He's and Glorot's initializers read the
# number of inputs off the kernel's shape as for an ordinary convolution. For DepthwiseConv2D it is
# too large by the number of channels, and for Conv2DTranspose the outputs count as inputs.
#
# Expected: stddev sqrt(2 / fan_in), where an output of a depthwise 3 x 3 layer has 9 inputs however
# many channels there are, and one of a transposed layer 9 times the channels that come in. Then the
# variance of the output is twice that of the input, which ReLU halves, as it is for Conv2D.
#
# Seen, for 64 channels in, with "he_normal": the output's variance is 2.0 times that of the input
# for Conv2D, 0.03 times (64 times too small) for DepthwiseConv2D and 16 times (8 times too large)
# for Conv2DTranspose with 8 channels out. Five depthwise layers with ReLU bring signals of size 1
# down to 2e-5. Glorot's, the default, is off as well: a depthwise layer passes on 0.03 times the
# variance of its input, and would pass on all of it with 9 and 9 for its fans.
#
# Hurts: networks of such layers without normalization start with almost no signal and no gradient,
# or too much, and "He initialization" is written beside it.
#
# What to do: name the axes, HeNormal(input_axes=(0, 1), output_axes=(3,)) for depthwise and
# HeNormal(input_axes=(0, 1, 3), output_axes=(0, 1, 2)) for transposed kernels.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet keras==3.15.1 jax==0.10.2 jaxlib==0.10.2 numpy==2.4.6
export KERAS_BACKEND=jax KERAS_HOME="$folder/keras" JAX_PLATFORMS=cpu
cd "$folder"

cat > seen.py <<'PYTHON'
import keras
import numpy as np
from keras.initializers import HeNormal
from keras.layers import Conv2D, Conv2DTranspose, DepthwiseConv2D

keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(32, 14, 14, 64)).astype("float32")


def gain(layer):
    """Variance of the output, away from the rim, over that of the input."""
    y = keras.ops.convert_to_numpy(layer(x))[:, 2:-2, 2:-2]
    return y.var() / x.var()


depthwise = HeNormal(input_axes=(0, 1), output_axes=(3,))
transposed = HeNormal(input_axes=(0, 1, 3), output_axes=(0, 1, 2))
for what, layer, expected in (
    ("Conv2D", Conv2D(64, 3, kernel_initializer="he_normal"), 2),
    ("DepthwiseConv2D", DepthwiseConv2D(3, depthwise_initializer="he_normal"), 2 / 64),
    ("DepthwiseConv2D, default", DepthwiseConv2D(3), 2 / 65),
    ("DepthwiseConv2D, axes named", DepthwiseConv2D(3, depthwise_initializer=depthwise), 2),
    ("Conv2DTranspose", Conv2DTranspose(8, 3, kernel_initializer="he_normal"), 16),
    ("Conv2DTranspose, axes named", Conv2DTranspose(8, 3, kernel_initializer=transposed), 2),
):
    seen = gain(layer)
    print(f"{what}: variance times {seen:.3f}")
    # A depthwise layer has 576 weights: its variance is known to 6 %, one standard error.
    assert abs(seen / expected - 1) < 0.25, "the fans are others now"

deep = keras.Sequential(
    [
        DepthwiseConv2D(3, activation="relu", padding="same", depthwise_initializer="he_normal")
        for _ in range(5)
    ]
)
size = np.sqrt(np.mean(keras.ops.convert_to_numpy(deep(x)) ** 2))
print(f"after five depthwise layers: {size:.1e}")
assert size < 1e-4, "the signal is kept now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: He's initializer takes other fans than a depthwise or transposed layer has"
