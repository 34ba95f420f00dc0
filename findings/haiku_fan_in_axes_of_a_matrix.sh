#!/usr/bin/env bash
# dm-haiku 0.0.17 on JAX 0.10.2 with NumPy 2.4.6 (Python 3.11): VarianceScaling passes over
# `fan_in_axes` for weights with two axes: the first axis counts as the inputs, whatever it says.
#
# Expected: the inputs along the axes that are given. The docstring has them as the axes of the
# shape that are part of the fan-in, without a word on their number, and for three axes it is so.
#
# Seen, as the variance over 2 / inputs, for He's start of weights of shape outputs x inputs: with
# fan_in_axes=(1,) it is 9.0 for 100 x 900 and 0.11 for 900 x 100, within 5 %, the same numbers as
# without the argument. For the same weights with a third axis of size 1 it is 1.0 in both cases.
#
# Hurts: layers that use their matrix as x @ W.T, and those with tied weights: the start is too wide
# or too narrow by the ratio of the sizes, although the argument that is there to say so was given.
#
# What to do: draw W.T and transpose it, or draw with an axis of size 1 and take it away.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dm-haiku==0.0.17 jax==0.10.2 numpy==2.4.6
cd "$folder"
export JAX_PLATFORMS=cpu

cat > seen.py <<'PYTHON'
import haiku as hk
import jax
import numpy as np


def ratio(shape, inputs, axes):
    """The variance of weights that VarianceScaling draws, over He's 2 / inputs."""
    start = hk.initializers.VarianceScaling(2.0, "fan_in", "normal", fan_in_axes=axes)
    draw = hk.transform(lambda: start(shape, np.float32))
    weights = np.asarray(draw.apply({}, jax.random.key(0)), dtype=np.float64)
    return weights.var() / (2 / inputs)


for outputs, inputs in ((100, 900), (900, 100)):
    matrix = ratio((outputs, inputs), inputs, (1,))
    ignored = ratio((outputs, inputs), inputs, None)
    third = ratio((outputs, inputs, 1), inputs, (1,))
    print(f"{outputs} x {inputs}: {matrix:.3f}, without {ignored:.3f}, three axes {third:.3f}")
    assert matrix == ignored, "fan_in_axes counts for two axes now"
    assert np.isclose(matrix, inputs / outputs, rtol=0.05), "the first axis is not the inputs"
    assert np.isclose(third, 1, rtol=0.05), "fan_in_axes counts for three axes no more"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: fan_in_axes is passed over for two axes"
