#!/usr/bin/env bash
# kaitorch 0.1.0 (Python 3.11): backward() takes the slopes of sigmoid, tanh and swish at the
# function's value instead of at its argument, so that a saturated unit has a large slope.
#
# Expected: h * (1 - h) and 1 - h**2, as the comments beside the code derive. Its `d_sigmoid` and
# `d_tanh` are right for an argument, and apply the function themselves; the backward pass hands
# them the output, to which it is applied a second time.
#
# Seen: at -4 and 4 the slope of sigmoid is 0.250 and 0.198 where both are 0.018, at 0 it is 0.235
# for 0.25; at 3 that of tanh is 0.423 for 0.0099. Central differences of kaitorch's own forward
# pass give the second numbers to six digits. Between -8 and 8 the slope of sigmoid never falls
# below 0.196. ReLU is right, since its output has the sign of its argument.
#
# Hurts: the package is there to teach backpropagation: who compares a hand-written backward pass
# with it finds it wrong, and saturation, which its chapter on initial weights is about, does not
# slow its networks down.
#
# What to do: build the activations of `exp()` and arithmetic, whose slopes are right.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet kaitorch==0.1.0
cd "$folder"

cat > seen.py <<'PYTHON'
import math

from kaitorch.core import Scalar

STEP = 1e-6


def slope(name, at):
    """What backward() gives for the activation of this name."""
    argument = Scalar(at)
    argument.activation(name).backward()
    return argument.grad


def difference(name, at):
    """The slope of the forward pass, as a central difference."""
    above, below = (Scalar(at + nudge).activation(name).data for nudge in (STEP, -STEP))
    return (above - below) / (2 * STEP)


SEEN = {("sigmoid", -4.0): 0.250, ("sigmoid", 0.0): 0.235, ("sigmoid", 4.0): 0.198,
        ("tanh", 3.0): 0.423}
for (name, at), seen in SEEN.items():
    h = Scalar(at).activation(name).data
    truth = h * (1 - h) if name == "sigmoid" else 1 - h**2
    print(f"{name} at {at}: {slope(name, at):.4f}, right is {truth:.4f}")
    assert math.isclose(difference(name, at), truth, abs_tol=1e-6), "the forward pass is another"
    assert math.isclose(slope(name, at), seen, abs_tol=5e-4), "the slope is another one now"

least = min(slope("sigmoid", eighth / 8) for eighth in range(-64, 65))
print(f"least slope of sigmoid from -8 to 8: {least:.3f}")
assert least > 0.196, "saturated units have a small slope now"
assert slope("swish", 2.0) != 0 and abs(slope("swish", 2.0) - difference("swish", 2.0)) > 0.01
for at in (-1.5, 1.5):
    assert math.isclose(slope("ReLU", at), difference("ReLU", at), abs_tol=1e-6)

# the same function of exp() and arithmetic, which add 1e-8 against divisions by zero
argument = Scalar(4.0)
(Scalar(1.0) / ((-argument).exp() + 1)).backward()
print(f"sigmoid of exp() at 4: {argument.grad:.4f}")
assert math.isclose(argument.grad, difference("sigmoid", 4.0), abs_tol=1e-4)
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: the slopes are those at the output"
