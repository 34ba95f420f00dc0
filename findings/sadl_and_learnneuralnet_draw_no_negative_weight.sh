#!/usr/bin/env bash
# py-sadl 2.0.0 and learnneuralnet 0.1.0 with NumPy 2.4.6 (Python 3.11): the weights that a layer
# starts with are all positive: Xavier's in py-sadl, He's in learnneuralnet.
#
# Expected: weights with the mean 0 and the variance 2 / (inputs + outputs) or 2 / inputs. Both draw
# evenly between 0 and the number that is the standard deviation in the paper, so that the mean is
# half of it and the variance a twelfth. The comments beside say Xavier and He.
#
# Seen, for 400 inputs and outputs: no weight is negative, the mean is 0.50 and the variance 0.083
# of what is meant. Two units of the second layer, with ReLU and for inputs with the mean 0, have a
# correlation of more than 0.99 on average, and of 0.00 with signed weights. Where learnneuralnet
# takes Xavier's (sigmoid, no activation), half of its weights are negative.
#
# Hurts: all units of a layer say almost the same from the start; random weights, which are there to
# break the symmetry, hardly do.
#
# What to do: overwrite the weights after the layer is made, with rng.normal(0, np.sqrt(2 / inputs),
# shape), and look at the share of negative weights once.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet py-sadl==2.0.0 learnneuralnet==0.1.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from nn import Dense
from sadl import Linear

SIZE = 400
draw = np.random.default_rng(0)
np.random.seed(0)
signals = draw.normal(size=(2000, SIZE))


def by_sadl():
    return np.asarray(Linear(dim_in=SIZE, dim_out=SIZE).W.data, dtype=float)


def by_learnneuralnet(activation="relu"):
    layer = Dense(SIZE, activation=activation)
    layer.build(SIZE)
    return layer.W


def signed():
    return draw.normal(0, np.sqrt(2 / SIZE), (SIZE, SIZE))


def alike(start):
    """Mean correlation of two units after two layers with ReLU."""
    out = signals
    for _ in range(2):
        out = np.maximum(out @ start(), 0)
    out = out[:, out.std(axis=0) > 0]
    between = np.corrcoef(out.T)
    return (between.sum() - len(between)) / (between.size - len(between))


for name, start, variance in (
    ("py-sadl", by_sadl, 1 / SIZE),
    ("learnneuralnet", by_learnneuralnet, 2 / SIZE),
):
    weights = start()
    mean, ratio, correlation = weights.mean() / variance**0.5, weights.var() / variance, alike(start)
    print(f"{name}: least {weights.min():.1e}, mean {mean:.3f}, variance {ratio:.4f} of", end=" ")
    print(f"what is meant, correlation {correlation:.3f}, signed {alike(signed):.3f}")
    assert weights.min() >= 0, "some weights are negative now"
    assert abs(mean - 0.5) < 0.01 and abs(ratio - 1 / 12) < 0.002, "another distribution now"
    assert correlation > 0.99, "units are less alike now"
assert abs(alike(signed)) < 0.05, "so are those of signed weights"
share = np.mean(by_learnneuralnet("sigmoid") < 0)
assert abs(share - 0.5) < 0.01, "Xavier's weights are otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the weights of a new layer are all positive"
