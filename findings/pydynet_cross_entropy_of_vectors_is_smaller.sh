#!/usr/bin/env bash
# pydynet 1.1 with NumPy 2.4.6 (Python 3.11): the cross-entropy of one-hot targets is that of the
# same targets as class numbers, divided by the number of classes; and so is its gradient.
#
# Expected: the same loss for both forms, as in PyTorch, whose functions these follow: the mean over
# the examples. For vectors it averages over the classes too, most of whose terms are 0.
#
# Seen, for 8 examples of 10 classes: 2.62 for class numbers and 0.262 for vectors, and gradients
# with the same factor; for three classes the factor is 3. A network that knows nothing, with all
# outputs 0, has log(10) / 10. With reduction="sum" both forms agree.
#
# Hurts: an exercise whose loss is compared with this one, or with log(10) for a network that knows
# nothing: a right value seems to be ten times too large.
#
# What to do: class numbers, or reduction="sum" and a division by the examples.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pydynet==1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from pydynet import Tensor
from pydynet.nn import functional as F


def seen(logits, targets, **options):
    """Loss and its gradient."""
    outputs = Tensor(logits.copy(), requires_grad=True)
    loss = F.cross_entropy_loss(outputs, targets, **options)
    loss.backward()
    return loss.item(), np.array(outputs.grad)


rng = np.random.default_rng(0)
for classes in (3, 10):
    logits, numbers = rng.normal(size=(8, classes)), rng.integers(0, classes, 8)
    vectors = Tensor(np.eye(classes)[numbers])
    own = np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(8), numbers]
    (by_number, slope), (by_vector, flat) = seen(logits, numbers), seen(logits, vectors)
    print(f"{classes} classes: {by_number:.3f} by number, {by_vector:.3f} by vector")
    assert np.isclose(by_number, own.mean())
    assert np.isclose(by_vector, own.mean() / classes), "both forms have the same loss now"
    assert np.allclose(slope, classes * flat)
    sums = [seen(logits, targets, reduction="sum")[0] for targets in (numbers, vectors)]
    assert np.allclose(sums, own.sum())
assert np.isclose(seen(np.zeros((8, 10)), vectors)[0], np.log(10) / 10)
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: the cross-entropy of vectors is smaller"
