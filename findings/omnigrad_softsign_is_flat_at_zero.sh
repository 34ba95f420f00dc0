#!/usr/bin/env bash
# omnigrad 0.2.3 (Python 3.11): the slope of `softsign` at 0 is 0, where 1 is right; and that of
# `gamma_actual` is twice what it should be.
#
# Expected: x / (1 + |x|) is smooth at 0, with its steepest slope there, 1 / (1 + |x|)**2. Its
# backward pass has a case for x above 0, one for x below 0, and 0 for what is left. The slope of
# gamma is a difference over 2 h, and it is divided by h.
#
# Seen: the slope of softsign is 1 to eight digits at 1e-9 and at -1e-9, and 0 at 0. So a unit that
# starts with weights and bias 0 has no gradient, and stays as it is in 100 steps, where one that
# starts at 1e-9 learns. For gamma the slope is 3.69 at 3, where 1.85 is right.
#
# Hurts: an exercise on weights that start at zero: by this library even a single unit does not
# learn, though it does with any activation that rises at 0.
#
# What to do: x / (1 + x.abs()), which has the slope 1 at 0; half of gamma's.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet omnigrad==0.2.3
cd "$folder"

cat > seen.py <<'PYTHON'
import math

from omnigrad.diffengine import Value


def slope(function, at):
    x = Value(at)
    function(x).backward()
    return x.grad


found = {x: slope(Value.softsign, x) for x in (-1e-9, 0.0, 1e-9)}
parts = slope(lambda x: x / (1 + x.abs()), 0.0)
print("softsign:", found, "of its parts at 0:", parts)
assert found[0.0] == 0, "softsign has a slope at 0 now"
assert all(math.isclose(found[x], 1, abs_tol=1e-8) for x in (-1e-9, 1e-9)) and parts == 1


def trained(bias):
    """The output of one unit for 1 after 100 steps towards 0.5."""
    weight, bias = Value(0.0), Value(bias)
    for _ in range(100):
        weight.grad = bias.grad = 0.0
        out = (weight * 1.0 + bias).softsign()
        ((out - 0.5) ** 2).backward()
        weight.data, bias.data = (p.data - 0.5 * p.grad for p in (weight, bias))
    return out.data


at_zero, beside = trained(0.0), trained(1e-9)
print("after 100 steps:", at_zero, "from a bias of 1e-9:", beside)
assert at_zero == 0 and beside > 0.45, "the unit learns otherwise now"

# The derivative of gamma at 3 is 2 * (3/2 - Euler's constant).
right = 2 * (1.5 - 0.5772156649015329)
found = slope(lambda x: x.gamma_actual(n_a=100_000), 3.0)
print("gamma at 3:", found, "right:", right)
assert math.isclose(found, 2 * right, rel_tol=1e-3), "gamma has another slope now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: softsign has no slope at 0"
