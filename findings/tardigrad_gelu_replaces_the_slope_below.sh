#!/usr/bin/env bash
# tardigrad 0.1.0 with NumPy 2.4.6 (Python 3.11): `gelu` puts its own backward pass in place of the
# one of its input: the layers before it have the gradient 0, in its Tensor and in its Value.
#
# Expected: the slope of GELU handed to the input, and the input's own handed on. The function for
# the backward pass is stored with the input instead of the output. A tensor that nothing was
# computed for, which is what a check of gelu alone takes, has the right gradient all the same.
#
# Seen: of gelu(w) the gradient at w = 0.5 is 0.867, which is right; of gelu(2 * w) at 0.25 it is 0
# where 1.735 is right, and of tanh(2 * w) it is right. A network of two layers with GELU between
# them has the gradient 0 for all weights and biases of the first one. It also starts without a
# negative weight, as the weights are drawn evenly from 0 to 1.
#
# Hurts: networks with GELU: the first layers stay as they were drawn, and the last one learns on
# random features, so that the loss falls all the same.
#
# What to do: z * (Tensor(1.702 * np.ones(...)) * z).sigmoid(), which is GELU within 0.02, or tanh.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tardigrad==0.1.0 numpy==2.4.6 scipy==1.17.1 graphviz==0.21
cd "$folder"

cat > seen.py <<'PYTHON'
import math

import numpy as np
from tardigrad.layers import Linear
from tardigrad.tensor import Tensor
from tardigrad.value import Value


def slope(z):
    """The derivative of GELU."""
    density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return 0.5 * (1 + math.erf(z / math.sqrt(2))) + z * density


for make in (Tensor, Value):
    alone, scaled, other = make(0.5), make(0.25), make(0.25)
    alone.gelu().backward()
    (scaled * make(2.0)).gelu().backward()
    (other * make(2.0)).tanh().backward()
    print(make.__name__, float(alone.grad), float(scaled.grad), float(other.grad))
    assert math.isclose(alone.grad, slope(0.5)), "the slope of gelu alone differs"
    assert scaled.grad == 0, "what is before gelu has a gradient now"
    assert math.isclose(other.grad, 2 * (1 - math.tanh(0.5) ** 2))
print("right for the second:", 2 * slope(0.5))

np.random.seed(0)
first, second = Linear(3, 4), Linear(4, 2)
x = Tensor(np.random.default_rng(1).normal(size=(5, 3)))
second.forward(first.forward(x).gelu()).backward()
print(first.weights.grad, second.weights.grad, sep="\n")
assert not first.weights.grad.any() and not first.biases.grad.any()
assert second.weights.grad.all() and (Linear(50, 50).weights.data >= 0).all()
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: no gradient passes gelu"
