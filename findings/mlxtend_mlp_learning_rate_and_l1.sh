#!/usr/bin/env bash
# mlxtend 0.25.0 with NumPy 2.4.6 (Python 3.11): two settings of MultiLayerPerceptron do other than
# they say: `decrease_const` lets the learning rate vanish, and `l1` leaves the weights as they are.
#
# Expected, by the docstring: after an epoch the rate is eta / (1 + epoch * decrease_const), and l1
# is the strength of a regularization. But each mini-batch divides the rate that the last one left,
# so that it is eta over the product of all these numbers; and l1 is in the cost that is reported
# and not in the gradient.
#
# Seen, for eta = 0.05 and 20 epochs: with decrease_const = 0.1 the last rate is 2e-7 where it
# should be 0.017, and the loss ends at 0.29; with rates as documented, given by hand, it ends at
# 0.13. With ten mini-batches an epoch the rate is 7e-56. With l1 = 10 the weights are those with l1
# = 0, bit by bit, and the cost is 284 instead of 0.03. l2 does change the weights.
#
# Hurts: who compares a network's training with it, or looks for weights that L1 makes sparse.
#
# What to do: leave both at 0; for a rate that falls, set `eta` and `_decr_eta` before each epoch
# and call `fit` with init_params=False.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mlxtend==0.25.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import math

import numpy as np
from mlxtend.classifier import MultiLayerPerceptron

ETA, EPOCHS, DECREASE = 0.05, 20, 0.1
draw = np.random.default_rng(0)
x = draw.normal(size=(200, 2))
y = (x[:, 0] > 0).astype(int)


def network(epochs=EPOCHS, **settings):
    """A network of eight hidden units after this many epochs."""
    made = MultiLayerPerceptron(
        hidden_layers=[8], eta=ETA, epochs=epochs, random_seed=1, **settings
    )
    return made.fit(x, y)


def rate_by_batch(batches):
    """Eta over the product of the divisors of all mini-batches."""
    return ETA / math.prod((1 + DECREASE * epoch) ** batches for epoch in range(EPOCHS))


for batches in (1, 10):
    falling = network(decrease_const=DECREASE, minibatches=batches)
    print(f"{batches} batches: last rate {falling._decr_eta:.2g}, loss {falling.cost_[-1]:.3f}")
    assert math.isclose(falling._decr_eta, rate_by_batch(batches), rel_tol=1e-9), "it differs now"
assert rate_by_batch(1) < 3e-7 and rate_by_batch(10) < 1e-55

documented = network(epochs=1)
for epoch in range(1, EPOCHS):
    documented.eta = documented._decr_eta = ETA / (1 + DECREASE * epoch)
    documented.fit(x, y, init_params=False)
falling = network(decrease_const=DECREASE)
print(f"rates as documented: last {documented.eta:.2g}, loss {documented.cost_[-1]:.3f}")
assert documented.cost_[-1] < 0.15 < 0.25 < falling.cost_[-1], "the losses are others now"

plain, l1, l2 = network(), network(l1=10.0), network(l2=0.1)
same = {
    name: all(np.array_equal(plain.w_[layer], other.w_[layer]) for layer in plain.w_)
    for name, other in {"l1": l1, "l2": l2}.items()
}
print(f"weights as without: {same}, cost {plain.cost_[-1]:.3f} and with l1 {l1.cost_[-1]:.0f}")
assert same == {"l1": True, "l2": False}, "l1 changes the weights now"
assert l1.cost_[-1] > 100 * plain.cost_[-1], "the cost with l1 is another one now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the learning rate vanishes, and l1 changes no weight"
