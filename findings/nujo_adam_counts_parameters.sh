#!/usr/bin/env bash
# nujo 0.3.0 with NumPy 1.26.4 (Python 3.11): Adam counts a step for each parameter, so that the
# second weight of a network is corrected as if it were two steps old; and the slope of `Swish` is
# right for beta=1 only, that of `Softmax` on the diagonal only.
#
# Expected: one step for all parameters, so that the first one is lr for every weight, as in Adam's
# paper; a derivative of the formula in each docstring.
#
# Seen, for a network of two layers, whose weights and biases all have the gradient 1: the first
# step is 1, 0.74, 0.64 and 0.58 times lr. Swish with beta=2 at 1 has the slope 0.99, where 1.09 is
# right. After a softmax of three classes the cross-entropy has the slope 0 for the two that are not
# the target, where it is their probability; that of the target is right.
#
# Hurts: who compares the steps of an exercise with it: layers are trained at different rates.
#
# What to do: an optimizer for each parameter; Sigmoid and a product in place of Swish.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nujo==0.3.0 numpy==1.26.4
cd "$folder"

cat > seen.py <<'PYTHON'
import math

import nujo as nj
import numpy as np
from nujo import nn, objective, optim

net = nn.Linear(3, 4) >> nn.Linear(4, 2)
starts = [p.value.copy() for p in net.parameters()]
optimizer = optim.Adam(net.parameters, lr=0.1)
for p in net.parameters():
    p.grad.value = np.ones_like(p.value)
optimizer.step()
steps = [np.mean(a - p.value) / 0.1 for a, p in zip(starts, net.parameters())]
print("first steps by lr:", np.round(steps, 3))
assert np.allclose(steps, [1, 0.744, 0.639, 0.581], atol=1e-3), "steps are counted otherwise now"


x = nj.Tensor(np.array([[1.0]]), diff=True)
nn.Swish(beta=2)(x).backward()
sigmoid = 1 / (1 + math.exp(-2))
print("Swish:", x.grad.value, "right:", sigmoid + 2 * sigmoid * (1 - sigmoid))
assert np.isclose(x.grad.value, 0.9858, atol=1e-4), "Swish has another slope now"

logits, target = np.array([[1.0, 2.0, 3.0]]), np.array([[0.0, 0.0, 1.0]])
x = nj.Tensor(logits, diff=True)
objective.CrossEntropy()(nn.Softmax(dim=1)(x), nj.Tensor(target)).backward()
right = np.exp(logits) / np.exp(logits).sum() - target
print("softmax:", x.grad.value, "right:", right)
assert np.allclose(x.grad.value, right * target), "the other classes have a slope now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: Adam counts parameters"
