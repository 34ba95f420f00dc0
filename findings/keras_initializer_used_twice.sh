#!/usr/bin/env bash
# Keras 3.15.1 on JAX 0.10.2 with NumPy 2.4.6 (Python 3.11): an initializer object draws the same
# numbers at each call, also one that was made without a seed. So layers of one shape that share the
# object start with equal weights.
#
# Seen: with one RandomNormal() for two Dense(5) layers on five inputs, both kernels are the same 25
# random numbers. As two branches whose outputs are added, with equal biases, these layers are one
# layer: the symmetry that random weights are meant to break holds between the branches.
# With the initializer given by name ("random_normal"), or one object a layer, the kernels differ.
#
# What to do: make an initializer for each layer, or give its name; with seeds, a different one each.
# Checks for broken symmetry should look across layers too, not only across the neurons of one.
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


def kernels(first, second):
    """Starting weights of two branches on the same five inputs, shape (5, 5) each."""
    x = keras.Input((5,))
    branches = [keras.layers.Dense(5, kernel_initializer=start) for start in (first, second)]
    keras.Model(x, keras.layers.add([branch(x) for branch in branches]))
    return [keras.ops.convert_to_numpy(branch.kernel) for branch in branches]


normal = keras.initializers.RandomNormal
shared = normal()
for what, pair, equal in (
    ("one object without a seed", (shared, shared), True),
    ("two objects without a seed", (normal(), normal()), False),
    ("by name", ("random_normal", "random_normal"), False),
):
    first, second = kernels(*pair)
    print(f"{what}: equal kernels {np.array_equal(first, second)}")
    assert len(np.unique(first)) > 20, "the kernel itself is random"
    assert np.array_equal(first, second) == equal, f"{what}: it differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: one initializer object gives every layer of a shape the same weights"
