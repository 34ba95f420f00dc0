#!/usr/bin/env bash
# DeZero 0.0.13 with NumPy 1.23.5 (Python 3.11): the loss of a right and confident prediction is nan
# with `sigmoid_cross_entropy`, and one of a wrong and confident one has no slope with
# `binary_cross_entropy`, for class 0 only.
#
# Expected: a loss near 0 for the first and a slope for the second. Both functions clip the
# probability p against log(0), but only below for the first, so that log(1 - p) is -inf where p has
# rounded to 1, and 0 * -inf is nan; the second clips above at 0.999, where its slope ends.
#
# Seen: logit 20 for a true class 1 has loss and gradient nan in float32, which is what DeZero's
# layers draw their weights in, and logit 40 has in float64; -20 and -40 for a true 0 have 0, as it
# should. p = 0.9999 for a true 0 has the loss 6.9 and the gradient 0, while p = 0.0001 for a true 1
# has 9.2 and -10,000: the one error is never learned from, the other one is.
#
# Hurts: a small network on data that it separates: one example that it knows for sure makes the
# gradients by all of its weights nan, after training went well.
#
# What to do: give two logits to `softmax_cross_entropy`, which is right for all of these.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
# It imports the last two without naming them as its requirements.
"$folder/venv/bin/pip" install --quiet dezero==0.0.13 numpy==1.23.5 matplotlib==3.9.2 pillow
cd "$folder"

cat > seen.py <<'PYTHON'
import dezero.functions as F
import numpy as np
from dezero import Variable


def seen(loss, value, target, dtype):
    """Loss and gradient of one example."""
    x = Variable(np.array([[value]], dtype=dtype))
    result = loss(x, np.array([[target]]))
    result.backward()
    print(f"{loss.__name__}({value}), true {target}: {float(result.data):.4g}, {x.grad.data}")
    return float(result.data), float(x.grad.data[0, 0])


for logit, dtype in ((20, np.float32), (40, np.float64)):
    assert np.isnan(seen(F.sigmoid_cross_entropy, logit, 1, dtype)).all(), "it is a number now"
    assert abs(seen(F.sigmoid_cross_entropy, -logit, 0, dtype)[0]) < 1e-14, "class 0 differs now"

weights = Variable(np.array([[2.0], [1.0]]))
examples, classes = np.array([[20.0, 0.0], [-1.0, 0.5]]), np.array([[1], [0]])
F.sigmoid_cross_entropy(F.linear(examples, weights), classes).backward()
print(f"gradient by two weights of an example that is sure and another one: {weights.grad.data}")
assert np.isnan(weights.grad.data).all(), "the gradient is a number now"

loss, slope = seen(F.binary_cross_entropy, 0.9999, 0, np.float64)
assert abs(loss - 6.908) < 1e-3 and slope == 0, "class 0 is learned now"
loss, slope = seen(F.binary_cross_entropy, 0.0001, 1, np.float64)
assert abs(loss - 9.210) < 1e-3 and abs(slope + 1e4) < 1e-6, "class 1 differs now"

for right in (0, 1):
    logits = Variable(np.array([[0, 40.0]]) if right else np.array([[40.0, 0]]))
    result = F.softmax_cross_entropy(logits, np.array([right]))
    result.backward()
    assert abs(float(result.data)) < 1e-6 and np.isfinite(logits.grad.data).all(), "softmax differs"
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: a sure right answer is nan, and a sure wrong one for class 0 has no slope"
