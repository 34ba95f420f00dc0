#!/usr/bin/env bash
# delgrada 0.1.2 with NumPy 2.4.6 (Python 3.11): `zero_grad` of a tensor clears its gradient the
# first time only: what is computed after that stays, and each backprop adds to it.
#
# Expected: a gradient of 0 after each call, which is what the `zero_grad` of its Scalar gives. The
# tensor keeps an array of zeros and hands out that array itself as the gradient; backprop adds to
# it in place, and so the zeros are none any more. `zero_tree` copies them, too late.
#
# Seen: the gradient of w * w at 3, with zero_grad before each of four backprops, is 6, 12, 18 and
# 24; of a Scalar it is 6 each time. Descending from 0 to the minimum of (w - 1) ** 2, with steps of
# 0.1 times the gradient, w swings between 0 and 2 without end: after 200 steps it has not been
# within 0.1 of 1 for ten steps in a row. With an array of zeros for the gradient each time it is at
# 1 within 1e-6.
#
# Hurts: every training loop that clears its gradients as the name says: it runs, and does not
# settle.
#
# What to do: w.grad = np.zeros_like(w.value) in place of w.zero_grad().
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet delgrada==0.1.2 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from delgrada.scalar import Scalar
from delgrada.tensor import Tensor


def squares(weight):
    """The gradients of four backprops, each after zero_grad."""
    found = []
    for _ in range(4):
        weight.zero_grad()
        (weight * weight).backprop()
        found.append(float(weight.grad))
    return found


def by_zeros(weight):
    weight.grad = np.zeros_like(weight.value)


def descended(clear):
    """The weight after each of 200 steps from 0."""
    weight, path = Tensor(0.0), []
    for _ in range(200):
        clear(weight)
        distance = weight - 1.0
        loss = distance * distance
        loss.backprop()
        weight.value = weight.value - 0.1 * weight.grad
        path.append(float(weight.value))
    return np.array(path)


tensor, scalar = squares(Tensor(3.0)), squares(Scalar(3.0))
print("tensor:", tensor, "scalar:", scalar)
assert tensor == [6, 12, 18, 24], "the gradients are cleared in another way now"
assert scalar == [6, 6, 6, 6]

cleared, zeros = descended(Tensor.zero_grad), descended(by_zeros)
near = np.abs(cleared - 1) < 0.1
print(f"with zero_grad between {cleared.min():.2f} and {cleared.max():.2f}, at last {cleared[-1]}")
print("with zeros:", zeros[-1])
assert abs(cleared[-20:].min()) < 0.1 and abs(cleared[-20:].max() - 2) < 0.1, "it settles now"
assert not any(near[k : k + 10].all() for k in range(190))
assert abs(zeros[-1] - 1) < 1e-6
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the zeros are not zeros any more"
