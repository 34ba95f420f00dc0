#!/usr/bin/env bash
# deep-atomic 0.3.0 with NumPy 2.4.6 (Python 3.11): the gradient through `abs` is the absolute value
# of the gradient that comes from above: 1 for |w| at -2, and 1 for -|w| as well.
#
# Expected: the gradient from above times the sign of w. The backward pass looks at the sign of the
# gradient and not at that of the argument.
#
# Seen: of |w| at -2 and 3 the gradient is 1 and 1, where -1 and 1 are right, and of -|w| it is 1
# and 1, where 1 and -1 are right. A penalty of 0.1 * |w| moves the weights -2 and 3 to -12 and -7
# in 100 steps of size 1, where -0 and 0 are meant, and the penalty grows from 0.5 to 1.9. Written
# with `relu` of w and of -w, the same penalty brings both to 0, within a step.
#
# Hurts: L1 penalties and the mean absolute error: negative weights are made larger, and half of the
# errors push the wrong way, without a message.
#
# What to do: da.relu(w) + da.relu(-1 * w) for |w|.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet deep-atomic==0.3.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import deep_atomic as da
import numpy as np


def by_abs(w):
    return abs(w)


def by_relu(w):
    return da.relu(w) + da.relu(-1 * w)


def gradient(function, at):
    w = da.Tensor(np.array(at), requires_grad=True)
    function(w).sum().backward()
    return np.asarray(w.grad)


at = [-2.0, 3.0]
for name, function, seen, right in (
    ("|w|", by_abs, [1, 1], [-1, 1]),
    ("-|w|", lambda w: -1 * by_abs(w), [1, 1], [1, -1]),
    ("|w| by relu", by_relu, [-1, 1], [-1, 1]),
):
    found = gradient(function, at)
    print(f"{name} at {at}: {found}, right {right}")
    assert found.tolist() == seen, "another gradient now"


def penalised(function):
    """The weights after 100 steps along the penalty 0.1 * |w|."""
    weights = np.array(at)
    for _ in range(100):
        weights = weights - gradient(lambda w: 0.1 * function(w), weights.tolist())
    print(f"{function.__name__}: weights {weights}, penalty {0.1 * np.abs(weights).sum():.2f}")
    return weights


assert np.allclose(penalised(by_abs), [-12, -7]), "the penalty moves them otherwise now"
assert np.all(np.abs(penalised(by_relu)) < 0.1 + 1e-9), "relu is no remedy now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the gradient through abs does not know the sign of its argument"
