#!/usr/bin/env bash
# learnneuralnet 0.1.0 with NumPy 2.4.6 (Python 3.11): the step that `fit` takes is smaller than the
# slope of the loss, by the number of examples in the batch.
#
# Expected: learning rate times slope; the loss in the history is a mean over examples. The gradient
# of the loss is divided by the number of examples, and each layer divides what it makes of it by
# that number once more. Over several outputs the loss is a mean, and the gradient is a sum.
#
# Seen, for one step of plain gradient descent, as step / (learning rate * slope of the loss): 1 for
# one example and 0.1 and 0.01 for ten and a hundred, in the first layer and in the last one, to six
# digits, for the squared error and for the binary cross-entropy. With two outputs it is twice that.
# Ten epochs of 100 examples as one batch take 10 steps of a hundredth of the size; in batches of
# one they take 1,000 steps of the full size.
#
# Hurts: who compares a hand-written backward pass or a learning rate with it, or plots training for
# several batch sizes: large batches look as if they did not learn.
#
# What to do: multiply the learning rate by the batch size.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet learnneuralnet==0.1.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nn import Dense, Sequential

RATE, NUDGE = 1e-3, 1e-5
ENDS = {"mse": "linear", "bce": "sigmoid"}


def ratios(loss, examples, outputs=1):
    """Step over learning rate times slope, for a weight of the first and of the last layer."""
    draw = np.random.default_rng(examples)
    x = draw.normal(size=(examples, 3))
    y = (draw.random((examples, outputs)) < 0.5).astype(float)
    network = Sequential()
    network.add(Dense(4, activation="sigmoid"))
    network.add(Dense(outputs, activation=ENDS[loss]))
    network.compile(loss=loss, lr=RATE)
    np.random.seed(0)
    network.predict(x)
    weights = [layer.W for layer in network.layers]

    def slope(matrix):
        values = []
        for nudge in (NUDGE, -NUDGE):
            matrix[1, 0] += nudge
            values.append(network.loss_fn.compute(y, network.predict(x)))
            matrix[1, 0] -= nudge
        return (values[0] - values[1]) / (2 * NUDGE)

    slopes = [slope(matrix) for matrix in weights]
    before = [matrix[1, 0] for matrix in weights]
    network.fit(x, y, epochs=1, verbose=False)
    steps = [start - matrix[1, 0] for start, matrix in zip(before, weights, strict=True)]
    found = [step / (RATE * one) for step, one in zip(steps, slopes, strict=True)]
    print(f"{loss}, {examples} examples, {outputs} outputs: {np.round(found, 6)}")
    return np.array(found)


for loss in ENDS:
    for examples in (1, 10, 100):
        assert np.allclose(ratios(loss, examples) * examples, 1, rtol=1e-5), "it steps otherwise"
    assert np.allclose(ratios(loss, 10, outputs=2) * 10, 2, rtol=1e-5), "outputs count otherwise"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the step is divided by the number of examples twice"
