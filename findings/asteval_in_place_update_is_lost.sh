#!/usr/bin/env bash
# asteval 1.0.10 with NumPy 2.4.6 (Python 3.11): `w -= step` makes a new array instead of changing
# w, so that a function which updates its caller's weights in place does not change them.
#
# Expected: what Python does. asteval says that it runs Python's own syntax tree with NumPy arrays,
# and of augmented assignment its list of differences says nothing. But it rewrites `w -= step` as
# `w = w - step`, which binds another object to the name; lists and sets are treated alike.
#
# Seen: a training function of 50 steps with `w -= rate * slope` reaches the minimum at 3 in Python;
# in asteval the caller's w is 0 as before, and no error is reported. After `b = a; a += 1` b is
# another array than a, and `row = W[0]; row *= 2` leaves W as it was. With `w[:] = w - step` the
# results agree, since items are assigned.
#
# Hurts: who runs students' functions in it as a sandbox: right ones that update in place look as if
# they did nothing, and get no points.
#
# What to do: return the new values in exercises that run there, or write `w[:] = ...`.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet asteval==1.0.10 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from asteval import Interpreter

TRAIN = """
def train(w, rate):
    for _ in range(50):
        slope = 2 * (w - 3)
        {update}

seen = zeros(2)
train(seen, 0.2)
"""
PROGRAMS = {
    "in a function": TRAIN.format(update="w -= rate * slope"),
    "by items": TRAIN.format(update="w[:] = w - rate * slope"),
    "second name": "a = zeros(2)\nseen = a\na += 1",
    "view": "W = ones((2, 2))\nrow = W[0]\nrow *= 2\nseen = W[0]",
}


def run(program):
    """The array `seen` after this program, in Python and in asteval."""
    names = {"zeros": np.zeros, "ones": np.ones}
    exec(program, names)  # noqa: S102 (the programs above)
    interpreter = Interpreter()
    interpreter(program)
    assert not interpreter.error, "asteval reports an error now"
    return names["seen"], interpreter.symtable["seen"]


for name, expected, other in (
    ("in a function", 3, 0),
    ("by items", 3, 3),
    ("second name", 1, 0),
    ("view", 2, 1),
):
    python, asteval = run(PROGRAMS[name])
    print(f"{name}: Python {python}, asteval {asteval}")
    assert np.allclose(python, expected) and np.allclose(asteval, other), "it differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: augmented assignment leaves the caller's array as it was"
