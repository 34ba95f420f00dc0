#!/usr/bin/env bash
# nnetflow 2.0.5 with NumPy 2.4.6 and SciPy 1.17.1 (Python 3.11): the difference of labels that are
# whole numbers and predictions is cut to whole numbers: 1 - 0.7 is 0, and the loss of all guesses
# within 1 is 0.
#
# Expected: 0.3, as for the same labels as floats, and as for predictions - labels. A sum has the
# type of its first part, whatever the second one is; of products and quotients this is not so.
#
# Seen, for the labels 1 and 0 from an array of integers and the predictions 0.7 and 0.2: labels -
# predictions is 0 and 0, the mean of its squares 0 instead of 0.065. The gradient by the
# predictions is 0 as well, so that nothing is learned: a weight that is to become 3 stays within 1
# of it, at 2.2, and the loss says 0. With `mse_loss(predictions, labels)` it becomes 3. No warning.
#
# Hurts: who writes a loss by hand and subtracts the other way round: labels come as integers, and
# training ends too early with a loss of 0.
#
# What to do: make the labels floats, or write predictions - labels.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nnetflow==2.0.5 numpy==2.4.6 scipy==1.17.1
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nnetflow.engine import Tensor
from nnetflow.losses import mse_loss


def squares(predictions, labels):
    """The mean squared error, by hand."""
    return ((labels - predictions) ** 2).mean()


def seen(labels, loss):
    predictions = Tensor(np.array([0.7, 0.2]), requires_grad=True)
    value = loss(predictions, Tensor(labels))
    value.backward()
    print(f"{labels.dtype}, {loss.__name__}: {value.data}, gradient {predictions.grad}")
    return float(value.data), predictions.grad.tolist()


whole, real = np.array([1, 0]), np.array([1.0, 0.0])
difference = (Tensor(whole) - Tensor(np.array([0.7, 0.2]))).data
print("difference:", difference)
assert difference.tolist() == [0, 0], "the difference is another one now"
assert seen(whole, squares) == (0, [0, 0]), "the loss is another one now"
for labels, loss in ((real, squares), (whole, mse_loss)):
    value, gradient = seen(labels, loss)
    assert np.isclose(value, 0.065) and np.allclose(gradient, [-0.3, 0.2]), "the others differ now"


def trained(loss):
    """A weight from 0 that is to become 3, and the last loss."""
    x, labels = Tensor(np.array([1.0, 1.0])), Tensor(np.array([3, 3]))
    weight = 0.0
    for _ in range(200):
        w = Tensor(np.array([weight]), requires_grad=True)
        value = loss(w * x, labels)
        value.backward()
        weight -= 0.1 * float(w.grad[0])
    print(f"trained with {loss.__name__}: weight {weight:.3f}, loss {float(value.data):.3f}")
    return weight, float(value.data)


weight, last = trained(squares)
assert 2 < weight < 2.5 and last == 0, "it is trained otherwise now"
assert np.isclose(trained(mse_loss)[0], 3)
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: whole labels cut the difference to whole numbers"
