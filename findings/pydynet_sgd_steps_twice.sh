#!/usr/bin/env bash
# pydynet 1.1 with NumPy 2.4.6 (Python 3.11): `SGD` steps twice as far as its learning rate says:
# with momentum=0 every step is 2 * lr * g, by default, where Nesterov's acceleration is on.
#
# Expected: lr * g without momentum, accelerated or not. With the velocity v = m * v + lr * g
# Nesterov's step is m * v + lr * g; it is v + lr * g here.
#
# Seen, with lr = 0.1 and a gradient of 1: 0.2 in each step with momentum=0, and 0.1 with
# nesterov=False. With the default momentum of 0.5 the first three are 0.2, 0.25 and 0.275, where
# Nesterov's are 0.15, 0.175 and 0.1875: so many steps on they are 0.3 in place of 0.2. For half of
# x**2 the learning rate 1.2, which is stable for plain descent, does not come back: the distance
# from 0 is 1.4 times as large after each step.
#
# Hurts: an exercise that compares learning rates, or steps by hand with those of a library.
#
# What to do: nesterov=False; its momentum is the usual one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pydynet==1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from pydynet import Tensor
from pydynet.optim import SGD


def steps(count, **options):
    """The steps for a gradient of 1, with the learning rate 0.1."""
    weight = Tensor(np.zeros(1), requires_grad=True)
    optimizer = SGD([weight], lr=0.1, **options)
    places = [0.0]
    for _ in range(count):
        weight.grad = np.ones(1)
        optimizer.step()
        places.append(weight.data.item())
    return -np.diff(places)


def nesterov(count, momentum):
    velocity, taken = 0.0, []
    for _ in range(count):
        velocity = momentum * velocity + 0.1
        taken.append(momentum * velocity + 0.1)
    return taken


print("no momentum:", steps(3, momentum=0.0), "plain:", steps(3, momentum=0.0, nesterov=False))
assert np.allclose(steps(3, momentum=0.0), 0.2), "they are another size now"
assert np.allclose(steps(3, momentum=0.0, nesterov=False), 0.1)
print("default:", steps(3), "Nesterov's:", nesterov(3, 0.5))
assert np.allclose(steps(3), [0.2, 0.25, 0.275]), "the default steps differ now"
assert np.allclose(nesterov(3, 0.5), [0.15, 0.175, 0.1875])
assert np.isclose(steps(50)[-1], 0.3) and np.isclose(nesterov(50, 0.5)[-1], 0.2)


def distances(**options):
    """Distances from the minimum of x**2 / 2 with the learning rate 1.2."""
    x = Tensor(np.ones(1), requires_grad=True)
    optimizer, seen = SGD([x], lr=1.2, momentum=0.0, **options), []
    for _ in range(20):
        optimizer.zero_grad()
        (0.5 * x * x).backward()
        optimizer.step()
        seen.append(abs(x.data.item()))
    return seen


print("after 20 steps:", distances()[-1], "plain:", distances(nesterov=False)[-1])
assert np.isclose(distances()[-1], 1.4**20), "it comes back now"
assert distances(nesterov=False)[-1] < 1e-10
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: SGD steps twice as far"
