#!/usr/bin/env bash
# pyfit 1.0.2 (Python 3.11): the step for a batch is taken along the sum of the gradients of all
# batches since the epoch began, and the loss in the history is the sum over the batches.
#
# Expected: the gradient of this batch. `Trainer.fit` clears the gradients once at the start of an
# epoch, and then calls backward() and step() for each batch. With one batch an epoch it is right.
#
# Seen, for a linear unit with the weight 0, whose input and target are 1 in each of four examples,
# and the learning rate 0.3: with four batches of one the weight is 1.98 after one epoch, where
# steps along each batch's own gradient lead to 0.97. After ten epochs it is 0.16, and 1.00 with its
# own gradients. With all four in one batch three epochs lead to 0.66 either way. The loss in the
# history is 2.39 after the first epoch, which is the sum of four losses.
#
# Hurts: who compares batch sizes or learning rates: the last of many batches takes the step of all
# of them, and small batches go to and fro at rates that are fine for their own gradient.
#
# What to do: write the loop oneself, with zero_grad() before each backward(), or fit with one
# batch.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyfit==1.0.2
cd "$folder"

cat > seen.py <<'PYTHON'
import math

from pyfit.data import BatchIterator
from pyfit.engine import Scalar
from pyfit.metrics import mean_squared_error
from pyfit.nn import Neuron
from pyfit.optim import SGD
from pyfit.train import Trainer


class Unit(Neuron):
    """A linear unit of one input, without a bias."""

    def __call__(self, x):
        return [super().__call__(x)]

    def parameters(self):
        return self.w


def fitted(batch_size, rate, epochs):
    """The weight after training from 0, and the history."""
    unit = Unit(1, nonlin=False)
    unit.w[0].data = 0.0
    batches = BatchIterator([[1.0]] * 4, [Scalar(1.0) for _ in range(4)], batch_size=batch_size)
    trainer = Trainer(unit, SGD(unit.parameters(), rate), mean_squared_error)
    history = trainer.fit(batches, num_epochs=epochs)
    return unit.w[0].data, history


def by_hand(rate, steps):
    """The weight after steps that each follow one batch's own gradient."""
    weight = 0.0
    for _ in range(steps):
        weight -= rate * 2 * (weight - 1)
    return weight


first, history = fitted(1, 0.3, 1)
tenth, _ = fitted(1, 0.3, 10)
whole, _ = fitted(4, 0.3, 3)
print(f"four batches: {first:.2f} after one epoch, by hand {by_hand(0.3, 4):.2f};")
print(f"after ten {tenth:.2f}, by hand {by_hand(0.3, 40):.2f}; loss {history['loss']}")
assert abs(first - 1.98) < 0.01 and abs(tenth - 0.16) < 0.01, "four batches an epoch differ"
assert abs(history["loss"][0] - 2.39) < 0.01, "the loss in the history differs"
assert math.isclose(whole, by_hand(0.3, 3)), "one batch an epoch differs"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the gradients of the batches add up"
