#!/usr/bin/env bash
# puretorch 1.1.1 with NumPy 2.4.6 and graphviz 0.21 (Python 3.11): after a + b the two terms have
# one array for their gradients, so that what a gets from elsewhere is added to b's as well.
#
# Expected: a gradient for each, as PyTorch gives it, whose behaviour the README sets out to have.
# The sum hands on the array that it was given, twice, and a second part is added to it in place.
#
# Seen, for a penalty and a loss of a + b, added up: the gradient of b holds that of the penalty on
# a, 6 where 2 is right. As loss + penalty, which is the same number, it is 2. Where the gradients
# of two losses are to add up, the second one, which has no b in it, changes that of b from 1 to 6.
#
# Hurts: weight decay, and gradients that are gathered over several batches: a right exercise and
# this library disagree, and the order in which a sum is written decides it.
#
# What to do: 1 * a in place of each term of such a sum; it has an array of its own.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet puretorch==1.1.1 numpy==2.4.6 graphviz==0.21
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from puretorch import Tensor


def gradients(*losses):
    """Gradients of a = 2 and b = 3 after the backward passes of these losses."""
    a, b = (Tensor(np.array([value]), requires_grad=True) for value in (2.0, 3.0))
    for loss in losses:
        loss(a, b).sum().backward()
    return a.grad.item(), b.grad.item()


def squared(a, b):
    """Slope 2 for a and for b, as the sum is 1 too large."""
    return (a + b - 4) ** 2


def apart(a, b):
    return (1 * a + 1 * b - 4) ** 2


def penalty(a, b):
    """Slope 4 for a."""
    return a * a


shared = gradients(lambda a, b: penalty(a, b) + squared(a, b))
right = gradients(lambda a, b: squared(a, b) + penalty(a, b))
alone = gradients(lambda a, b: penalty(a, b) + apart(a, b))
print("penalty + loss:", shared, "loss + penalty:", right, "terms of their own:", alone)
assert right == alone == (6, 2)
assert shared == (6, 6), "the order does not matter now"

one = gradients(lambda a, b: a + b)
two = gradients(lambda a, b: a + b, lambda a, b: 5 * a)
print("one loss:", one, "and a second one:", two)
assert one == (1, 1)
assert two == (6, 6), "the second loss leaves b alone now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: terms of a sum share a gradient"
