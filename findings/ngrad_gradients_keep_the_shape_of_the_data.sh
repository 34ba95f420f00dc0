#!/usr/bin/env bash
# ngrad 1.0.3 with NumPy 2.4.6 (Python 3.11): a weight that is used for all examples of an array has
# one gradient for each example instead of their sum, and after a step it is as many weights.
#
# Expected: the sum, with the shape of the weight, by the chain rule; the package is for
# N-dimensional arrays. Its operations hand the gradient on with the shape of the result.
#
# Seen, for (w * x + b) ** 2 with w = 2 and b = 1 and three examples in x: the gradient of w is 6,
# 20, 42, and that of b is 6, 10, 14, where 68 and 30 are right. After w.data -= 0.01 * w.grad there
# are three weights, one for each example: training them brings each error to 0, and for a fourth
# example there is none (an error of shapes). With one example at a time the gradients are right.
#
# Hurts: who trains on an array of examples: the loss falls to 0, since each example has weights of
# its own, and who compares gradients finds another shape.
#
# What to do: one example at a time, or w.grad.sum() before each step.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ngrad==1.0.3 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from ngrad.engine import Value

x, y = np.array([1.0, 2.0, 3.0]), np.array([1.0, -1.0, 4.0])  # on no line


def gradients(data):
    """Gradients of w and b for these examples."""
    w, b = Value(2.0), Value(1.0)
    ((w * Value(data) + b) ** 2).backward()
    return w.grad, b.grad


w, b = gradients(x)
print("w:", w, "b:", b, "right:", w.sum(), b.sum())
assert w.tolist() == [6, 20, 42] and b.tolist() == [6, 10, 14], "the gradients differ now"
alone = [gradients(number) for number in x]
assert [sum(one) for one in zip(*alone, strict=True)] == [68, 30], "single examples differ now"

w, b = Value(2.0), Value(1.0)
assert w.data.shape == ()
for _ in range(300):
    w.grad, b.grad = np.zeros(()), np.zeros(())
    loss = (w * Value(x) + b - Value(y)) ** 2
    loss.backward()
    w.data = w.data - 0.02 * w.grad
    b.data = b.data - 0.02 * b.grad
least = np.linalg.lstsq(np.column_stack([x, np.ones(3)]), y, rcond=None)[1].item()
print(f"trained: w {w.data}, loss {loss.data.sum():.1e}, least for one w and b {least:.2f}")
assert w.data.shape == (3,) and loss.data.sum() < 1e-3 < 5 < least, "it learns otherwise now"
try:
    w * Value(np.ones(4))
except ValueError as error:
    print("four examples:", error)
else:
    raise AssertionError("four examples fit now")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a shared weight has a gradient for each example"
