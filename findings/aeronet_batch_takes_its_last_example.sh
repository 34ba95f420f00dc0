#!/usr/bin/env bash
# aeronet-learn 1.0.4 with NumPy 2.4.6 and SciPy 1.17.1 (Python 3.11): with a batch size above 1 the
# step is made of the inputs of the last example of each batch only; and Dropout keeps the share
# that it is told to drop.
#
# Expected: the mean of the gradients of all examples. `train` averages the slopes at the output
# over the batch, and goes back through the layers once, whose inputs are then those of the example
# that was last. Dropout(0.25), by its comment a drop rate of 25 %, draws its mask with 0.25 for
# "keep".
#
# Seen, for two examples with the inputs (1, 0) and (0, 1) and a layer from 0 to the targets 2 and
# 4: one step of size 0.1 as a batch moves one of the two weights only, by 0.6, and leaves the other
# at 0; the mean of both gradients moves the first by 0.2 and the second by 0.4. With a batch size
# of 1 both weights move. Of 100,000 numbers Dropout(0.25) sets 75 % to 0.
#
# Hurts: who trains with mini-batches, or compares a hand-written backward pass for a batch with it.
#
# What to do: leave batch_size at 1, and give Dropout the share to keep.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet aeronet-learn==1.0.4 numpy==2.4.6 scipy==1.17.1
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nn import (
    Dense,
    Dropout,
    LayerProperties,
    Network,
    TrainingSet,
    Zero,
    mean_squared_error,
    mean_squared_error_prime,
)

x = np.array([[[1.0], [0.0]], [[0.0], [1.0]]])
y = np.array([[[2.0]], [[4.0]]])
assert np.allclose(mean_squared_error_prime(y[0], np.zeros((1, 1))), -4), "the slope is another"


def weights(batch_size):
    """The two weights, from 0, after one epoch with steps of 0.1."""
    layer = Dense(2, 1, LayerProperties(weight_initializer=Zero()))
    network = Network(
        [layer],
        TrainingSet(x, y, x, y, post_processing=np.sum),
        mean_squared_error,
        mean_squared_error_prime,
        epochs=1,
        batch_size=batch_size,
        layer_properties=LayerProperties(learning_rate=0.1),
        verbose=False,
    )
    network.train()
    return layer.weights[0]


np.random.seed(0)
seen = {tuple(weights(2).round(9).tolist()) for _ in range(20)}
print("as a batch:", seen, "right:", (0.2, 0.4))
assert seen == {(0.6, 0.0), (0.0, 0.6)}, "the step is another one now"
one = weights(1)
print("one by one:", one)
assert (one > 0).all(), "single examples differ now"

share = np.mean(Dropout(0.25).forward(np.ones((1000, 100))) == 0)
print(f"Dropout(0.25) drops {share:.3f}")
assert abs(share - 0.75) < 0.01, "it drops another share now"
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: a batch's step is that of its last example"
