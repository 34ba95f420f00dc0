#!/usr/bin/env bash
# gradflow-kit 0.1.3 with graphviz 0.21 (Python 3.11): both slopes of a difference have the wrong
# sign, so that training on (p - t) moves away from t; 5 - a is a - 5, and 1 / a is a; and powers
# and negation have no slope.
#
# Expected: 1 for a and -1 for b in a - b. The README calls it similar to micrograd, and its module
# has that name too; there powers and negations hand their slopes on.
#
# Seen, for a = 3 and b = 5: -1 and 1. The loss (p - t) * (p - t) from p = 0 towards t = 1 is 1 at
# the start and above 1000 after 20 steps with the learning rate 0.1. 5 - a is -2 and 1 / a at 4 is
# 4. a ** 2 is 9 with the slope 0, and -a is -3 with the slope 0. Sums, products, quotients of two
# nodes and tanh are right.
#
# Hurts: who compares a backward pass with it: the sign of every error is the wrong one.
#
# What to do: a + b * -1 in place of a - b, and products in place of powers.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet gradflow-kit==0.1.3 graphviz==0.21
cd "$folder"

cat > seen.py <<'PYTHON'
from micrograd import Node


def seen(name, function, *at):
    """Value and slopes at these numbers."""
    nodes = [Node(number) for number in at]
    out = function(*nodes)
    out.backward()
    slopes = [node.grad for node in nodes]
    print(f"{name} at {at}: {out.data}, slopes {slopes}")
    return out.data, slopes


assert seen("a - b", lambda a, b: a - b, 3.0, 5.0) == (-2, [-1, 1]), "the signs are others now"
assert seen("a + b * -1", lambda a, b: a + b * -1, 3.0, 5.0) == (-2, [1, -1])
assert seen("5 - a", lambda a: 5 - a, 3.0)[0] == -2, "it is another number now"
assert seen("1 / a", lambda a: 1 / a, 4.0)[0] == 4, "it is another number now"
assert seen("a ** 2", lambda a: a**2, 3.0) == (9, [0]), "powers have a slope now"
assert seen("-a", lambda a: -a, 3.0) == (-3, [0]), "negations have a slope now"
assert seen("a / b", lambda a, b: a / b, 3.0, 4.0) == (0.75, [0.25, -0.1875])


def trained(loss):
    """The loss after 20 steps from 0 towards 1."""
    place = 0.0
    for _ in range(20):
        p = Node(place)
        loss(p).backward()
        place -= 0.1 * p.grad
    return loss(Node(place)).data


away, near = trained(lambda p: (p - 1) * (p - 1)), trained(lambda p: (p + -1) * (p + -1))
print("after 20 steps:", away, "with a sum:", near)
assert away > 1000, "training goes downhill now"
assert near < 0.001
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: differences go uphill"
