#!/usr/bin/env bash
# mangograd 0.1.1 with NumPy 2.4.6 (Python 3.11): what is done with the loss of `CrossEntropyLoss`
# has no effect on the gradient: 0.1 * loss, loss / 8 and -loss all have the gradient of the loss.
#
# Expected: the gradient times the factor, by the chain rule, as for `MSELoss` and for every
# operation of the engine. The backward pass of the loss writes (p - t) / n without what comes from
# above.
#
# Seen, for logits 1, 2, 0 where the first is true: the gradient is -0.755, 0.665, 0.090 for the
# loss itself, which is right, and also for 0.1 * loss, loss / 8 and -loss. The sum of two losses,
# weighed with 0.9 and 0.1, has their plain sum. With MSELoss the factors count.
#
# Hurts: gradient accumulation over several batches, which divides each loss by their number: the
# step is as many times too large. And losses that are weighed against each other.
#
# What to do: multiply the parameters' gradients by the factor before the step, or write the loss
# with `exp`, `sum` and `log` of the tensor.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mangograd==0.1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from mangograd.loss import CrossEntropyLoss, MSELoss
from mangograd.tensor import Tensor

TRUE = np.array([0])
p = np.exp([1.0, 2.0, 0.0]) / np.exp([1.0, 2.0, 0.0]).sum()
right = p - np.array([1.0, 0, 0])


def gradient(change, loss=lambda logits: CrossEntropyLoss()(logits, TRUE)):
    """Gradient by the logits of what `change` makes of the loss."""
    logits = Tensor([[1.0, 2.0, 0.0]])
    change(loss(logits)).backward()
    return logits.grad[0]


def by_hand(logits):
    e = logits.exp()
    return e.sum().log() - (logits * Tensor([[1.0, 0, 0]])).sum()


def squares(logits):
    return MSELoss()(logits, Tensor([[0.0, 0, 0]]))


for name, change, factor in (
    ("loss", lambda one: one, 1),
    ("0.1 * loss", lambda one: 0.1 * one, 0.1),
    ("loss / 8", lambda one: one / 8, 1 / 8),
    ("-loss", lambda one: -one, -1),
):
    found = gradient(change)
    print(f"{name}: {found.round(3)}, right {(factor * right).round(3)}")
    assert np.allclose(found, right), "the factor counts now"
    assert np.allclose(gradient(change, by_hand), factor * right, atol=1e-6), "by hand differs"
    assert np.allclose(gradient(change, squares), factor * gradient(lambda one: one, squares))

one, other = Tensor([[1.0, 2.0, 0.0]]), Tensor([[1.0, 2.0, 0.0]])
(CrossEntropyLoss()(one, TRUE) * 0.9 + CrossEntropyLoss()(other, TRUE) * 0.1).backward()
assert np.allclose(one.grad, right) and np.allclose(other.grad, right), "two losses are weighed now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: factors of the cross-entropy do not count"
