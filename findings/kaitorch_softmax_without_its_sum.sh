#!/usr/bin/env bash
# kaitorch 0.1.0 (Python 3.11): the slope of softmax leaves out the sum that it divides by, so that
# the cross-entropy of the true class pushes its own logit only, always with -1, and no other.
#
# Expected: p - t for the logits, the textbook's result. Softmax takes the sum of the exponentials
# as a plain number (`sum([n.data for n in exps])`), which backward() does not go through.
#
# Seen, for logits 1, 2 and 0 where the first is true: -log p has the gradient (-1, 0, 0), and right
# is (-0.755, 0.665, 0.090). A common shift of all logits, which changes no probability, has a slope
# of -1. With the sum written in kaitorch's own arithmetic, the gradient is the right one.
#
# With `CategoricalCrossentropy`, which adds -log(1 - p) of the other classes (for two classes twice
# the usual loss), a right and sure prediction is pushed on as hard as a wrong one: at logits 12, 0
# the true logit still has the slope -1, and right is -0.00001.
#
# Hurts: who takes it as a model for the last layer's delta, or trains with a softmax at the end, as
# its README does: the true class's logit grows by the same step for ever.
#
# What to do: divide by `sum(exps[1:], exps[0])` in a softmax of one's own.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet kaitorch==0.1.0
cd "$folder"

cat > seen.py <<'PYTHON'
import math

from kaitorch.activations import softmax
from kaitorch.core import Scalar
from kaitorch.losses import CategoricalCrossentropy


def whole_softmax(logits):
    """Softmax whose sum is part of the graph."""
    exps = [logit.exp() for logit in logits]
    return [one / sum(exps[1:], exps[0]) for one in exps]


def gradient(function, values, loss=lambda probabilities: -probabilities[0].log()):
    """The gradient of a loss by the logits."""
    logits = [Scalar(value) for value in values]
    loss(function(logits)).backward()
    return [logit.grad for logit in logits]


def near(found, expected):
    return all(math.isclose(*pair, abs_tol=1e-4) for pair in zip(found, expected, strict=True))


values = (1.0, 2.0, 0.0)
total = sum(map(math.exp, values))
truth = [math.exp(value) / total - (place == 0) for place, value in enumerate(values)]
found, whole = gradient(softmax, values), gradient(whole_softmax, values)
print("softmax:", found, "with its sum:", whole, "right:", truth)
assert near(found, [-1, 0, 0]), "the gradient is another one now"
assert near(whole, truth), "kaitorch's arithmetic has changed"
shifted = [softmax([Scalar(value + shift) for value in values])[0].data for shift in (0, 5)]
assert math.isclose(*shifted, rel_tol=1e-6) and math.isclose(sum(found), -1, abs_tol=1e-4)


def loss(probabilities):
    return CategoricalCrossentropy()([1, 0], probabilities)


value = loss(softmax([Scalar(1.0), Scalar(0.0)])).data
assert math.isclose(value, 2 * math.log(1 + math.exp(-1)), abs_tol=1e-6), "the loss is another"
sure = gradient(softmax, (12.0, 0.0), loss)
print("sure and right:", sure)
assert math.isclose(sure[0], -1, abs_tol=1e-3), "a sure prediction is treated otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: softmax has no slope through its sum"
