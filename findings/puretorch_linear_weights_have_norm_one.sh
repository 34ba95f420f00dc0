#!/usr/bin/env bash
# puretorch 1.1.1 with NumPy 2.4.6 and graphviz 0.21 (Python 3.11): the weights of a `Linear` layer
# are divided by the norm of all of them, so that the larger a layer is the less comes through it.
#
# Expected: a variance of about 1 over the inputs, which keeps a signal at its size: PyTorch's,
# whose classes these follow, is 1 / (3 * inputs). A comment says that the weights are normalized.
# Where all squares sum to 1, the variance is 1 / (inputs * outputs).
#
# Seen: weights of 64 x 64 have the standard deviation 0.0156, where He's is 0.177, and those of 256
# x 256 have 0.0039, for 0.088. A signal of size 1 leaves a layer of 256 units with 0.06, and five
# of them, with ReLU and no bias, with 2e-7; the gradient of the first is 6e-5 for the sum of all
# outputs. With He's weights it is 0.98 and 14.
#
# Hurts: a network of several wide layers does not learn, and the activation seems to be at fault.
#
# What to do: draw the weights of each layer anew, into layer.weights._data.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet puretorch==1.1.1 numpy==2.4.6 graphviz==0.21
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from puretorch import Tensor, nn

np.random.seed(0)
for width in (64, 256):
    weights = nn.Linear(width, width).weights.numpy()
    print(f"{width} units: {weights.std():.4f}, He's {np.sqrt(2 / width):.4f}")
    assert np.isclose(np.linalg.norm(weights), 1), "weights have another norm now"
    assert np.isclose(weights.std(), 1 / width, rtol=0.02)


def through(layers, x):
    for layer in layers:
        x = layer(x).relu()
    return x


def size(array):
    return np.sqrt(np.mean(array**2))


x = Tensor(np.random.normal(size=(100, 256)))
layers = [nn.Linear(256, 256, bias=False) for _ in range(5)]
assert 0.05 < size(layers[0](x).numpy()) < 0.08


def seen():
    """Size of the output after all layers, and of the gradient of the first."""
    layers[0].weights.grad = None
    out = through(layers, x)
    out.sum().backward()
    return size(out.numpy()), size(layers[0].weights.grad)


own = seen()
for layer in layers:
    layer.weights._data[:] = np.random.normal(size=(256, 256)) * np.sqrt(2 / 256)
he = seen()
print("after five layers, output and first gradient:", own, "with He's start:", he)
assert own[0] < 1e-6 and own[1] < 1e-4, "more comes through now"
assert 0.5 < he[0] < 2 and he[1] > 1
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: weights of a layer have the norm 1"
