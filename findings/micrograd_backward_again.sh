#!/usr/bin/env bash
# micrograd 0.1.0 (Python 3.11): after zero_grad(), a second backward() from the same loss gives
# another gradient than the first: other lengths and another direction, weight by weight.
#
# Expected: the same gradient. Module.zero_grad is there to clear the gradients between two
# backward passes, and in PyTorch, whose interface the README says micrograd follows, only the
# parameters keep one. Here every intermediate value keeps its own as well, zero_grad clears those
# of the parameters only, and the next pass adds to what is left of the last one.
#
# Seen, in a network of 2, 16, 16 and 1 units and for the squared error of one example: the second
# pass makes 4.4 to 51 times the first out of the derivatives that are not zero, so that the angle
# between the two gradients is 21 degrees. With the loss computed anew before the second
# backward(), they are equal.
#
# Hurts: students who run a notebook cell with `net.zero_grad(); loss.backward()` a second time, or
# who call backward() once to compare with their formula and again to train. They see steps of
# another size and direction, or a disagreement that is no mistake in their formula.
#
# What to do: compute the loss again before each backward(), in the same cell.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet micrograd==0.1.0
cd "$folder"

cat > seen.py <<'PYTHON'
import math
import random

from micrograd.nn import MLP

random.seed(0)
net = MLP(2, [16, 16, 1])


def gradient(loss):
    """The derivatives of the loss by all parameters, cleared before."""
    net.zero_grad()
    loss.backward()
    return [parameter.grad for parameter in net.parameters()]


def loss_of():
    """Squared error for one example."""
    return (net([1.0, -1.0]) - 2.0) ** 2


loss = loss_of()
first, second, anew = gradient(loss), gradient(loss), gradient(loss_of())
ratios = [again / once for once, again in zip(first, second, strict=True) if once]
along = sum(once * again for once, again in zip(first, second, strict=True))
angle = math.degrees(math.acos(along / math.hypot(*first) / math.hypot(*second)))
print(f"second over first: {min(ratios):.2f} to {max(ratios):.2f}, angle {angle:.2f} degrees")
assert all(math.isclose(*pair) for pair in zip(first, anew, strict=True)), "the loss anew differs"
assert abs(min(ratios) - 4.43) < 0.01 and abs(max(ratios) - 51.03) < 0.01, "the ratios differ now"
assert abs(angle - 21.45) < 0.01, "the angle differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the second pass adds to the gradients that the first one left inside"
