#!/usr/bin/env bash
# thinc 9.1.1 with NumPy 2.4.6 (Python 3.11): the initializer `normal_init.v1` returns zeros unless
# it is given a mean, and what it calls the mean is the standard deviation of its draws.
#
# Seen: by default every weight of a layer is exactly 0, without a warning. With mean=0.1 the average
# of 40,000 weights is 0 within 0.002 and their standard deviation 0.1 within 0.002. Two layers with
# this initializer by default never break the symmetry: after 50 steps of gradient descent the six
# hidden sigmoid units have moved, and still have the same weights and the same bias; with
# `glorot_normal_init.v1` they are six.
#
# What to do: take `glorot_normal_init` or `lecun_normal_init`, or give `normal_init` as "mean" the
# standard deviation that is meant, and look at the spread of a layer's weights before training.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet thinc==9.1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from thinc.api import SGD, Linear, Sigmoid, chain
from thinc.backends import NumpyOps
from thinc.initializers import glorot_normal_init, normal_init

SIZE, STEPS = 200, 50
ops = NumpyOps()

by_default = normal_init(ops, (SIZE, SIZE))
print(f"by default: {np.unique(by_default)}")
assert not by_default.any(), "normal_init draws something by default now"

with_mean = normal_init(ops, (SIZE, SIZE), mean=0.1)
print(f"mean=0.1: average {with_mean.mean():.4f}, standard deviation {with_mean.std():.4f}")
assert abs(with_mean.mean()) < 0.002, "the mean is the mean now"
assert abs(with_mean.std() - 0.1) < 0.002, "the standard deviation is another one now"


def hidden_rows(initializer):
    """How many different rows the weights of six hidden units have after training."""
    draw = np.random.default_rng(0)
    x = draw.normal(size=(40, 3)).astype("float32")
    y = (x[:, :1] * x[:, 1:2] > 0).astype("float32")
    first = Sigmoid(nO=6, nI=3, init_W=initializer)
    model = chain(first, Linear(nO=1, nI=6, init_W=initializer))
    model.initialize(X=x, Y=y)
    step = SGD(0.5)
    for _ in range(STEPS):
        guess, backprop = model.begin_update(x)
        backprop((guess - y) / len(x))
        model.finish_update(step)
    assert first.get_param("b").any(), "nothing was trained"
    return len(np.unique(np.column_stack([first.get_param("W"), first.get_param("b")]), axis=0))


rows = {"normal": hidden_rows(normal_init), "glorot": hidden_rows(glorot_normal_init)}
print(f"different hidden units after {STEPS} steps: {rows}")
assert rows == {"normal": 1, "glorot": 6}, "the hidden units go other ways now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: normal_init is zero by default, and its mean is a standard deviation"
