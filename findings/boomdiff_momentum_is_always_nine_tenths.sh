#!/usr/bin/env bash
# boomdiff 2.0 with NumPy 2.4.6 (Python 3.11): `Momentum` takes 0.9 for its momentum, whatever gamma
# it is given: with gamma=0 it is no plain gradient descent.
#
# Expected: the gamma that was set. Its docstring names it as the share of the last update that is
# added to the current one, v = gamma * v + rate * gradient. The constructor stores 0.9 instead.
#
# Seen, for two steps with the gradient 1 and the learning rate 0.1: the second one is 0.19 for
# gamma = 0, 0.5 and 0.99, where 0.1, 0.15 and 0.199 are right. To the minimum of (x - 1) ** 2 from
# 0, with the rate 0.1, x overshoots to 1.7 for each gamma; with gamma = 0, as with GD, it never
# passes 1. Setting the attribute gamma of the object afterwards works.
#
# Hurts: comparisons of momentum, whose curves lie on each other, and a search for the best one.
#
# What to do: optimiser.gamma = 0.5 after it was made, or GD for none.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet boomdiff==2.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from boomdiff import AD
from boomdiff.optimize import GD, Momentum

RATE = 0.1


def path(optimiser, loss, count):
    """The weight before and after each step from 0."""
    weight = AD(0.0, "x")
    values = [weight.func_val]
    for _ in range(count):
        optimiser.step(lambda: loss(weight), [weight])
        values.append(weight.func_val)
    return np.array(values)


def set_afterwards(gamma):
    optimiser = Momentum(RATE)
    optimiser.gamma = gamma
    return optimiser


def square(weight):
    return (weight - 1) ** 2


plain = path(GD(RATE), square, 100)
assert plain.max() <= 1
for gamma, right in ((0.0, 0.1), (0.5, 0.15), (0.99, 0.199)):
    seconds = [
        -np.diff(path(optimiser, lambda weight: 1 * weight, 2))[1]
        for optimiser in (Momentum(RATE, gamma=gamma), set_afterwards(gamma))
    ]
    furthest = path(Momentum(RATE, gamma=gamma), square, 100).max()
    print(f"gamma {gamma}: second step {seconds[0]}, right {right}, overshoots to {furthest:.2f}")
    assert np.isclose(seconds[0], 0.19), "gamma counts now"
    assert np.isclose(furthest, 1.7, atol=0.05), "the path is another one now"
    assert np.isclose(seconds[1], right), "setting it afterwards does not help"
assert np.allclose(path(set_afterwards(0.0), square, 100), plain)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: 0.9 for each gamma"
