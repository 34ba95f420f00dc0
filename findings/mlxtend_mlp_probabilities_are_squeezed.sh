#!/usr/bin/env bash
# mlxtend 0.25.0 with NumPy 2.4.6 (Python 3.11): `predict_proba` of MultiLayerPerceptron is the
# softmax of the softmax: with two classes no probability is above 0.731 or below 0.269, however
# sure the network is.
#
# Expected: the output of the network, which is a softmax already and which the loss in `cost_` is
# computed from. `predict_proba` takes that output for the sums before the softmax and applies it
# once more; exp(1) / (exp(1) + 1) is the most that comes out of this.
#
# Seen, for 200 points that a line separates: the network's output at the true class is above 0.95
# for over nine in ten points, as cost_ (0.007, half of the mean cross-entropy) says, and
# predict_proba lies between 0.269 and 0.731. The mean cross-entropy of these is 0.32. The predicted
# classes are right, all 200. With three classes the largest one is 0.576.
#
# Hurts: who reads how sure a network is, sets a threshold such as 0.9 (nothing passes) or compares
# losses with another implementation.
#
# What to do: undo it: for each example log(p) differs from the output by a constant, and the
# outputs sum to 1.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mlxtend==0.25.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from mlxtend.classifier import MultiLayerPerceptron

draw = np.random.default_rng(0)
x = draw.normal(size=(200, 2))


def trained(y):
    """A network of eight hidden units, and what it says of its training data."""
    network = MultiLayerPerceptron(hidden_layers=[8], eta=0.05, epochs=200, random_seed=1)
    network.fit(x, y)
    assert (network.predict(x) == y).mean() > 0.97, "it learns otherwise now"
    return network, network.predict_proba(x)


def undone(p):
    """What the second softmax was applied to: log p but for a constant, with the sum 1."""
    a = np.log(p)
    return a + (1 - a.sum(axis=1, keepdims=True)) / p.shape[1]


def cross_entropy(p, y):
    """Mean of -log p of the true class."""
    return -np.mean(np.log(p[np.arange(len(y)), y]))


two = (x[:, 0] > 0).astype(int)
network, p = trained(two)
output = undone(p)
sure = np.mean(output[np.arange(200), two] > 0.95)
print(f"probabilities {p.min():.3f} to {p.max():.3f}, sure of the true class {sure:.2f}")
print(f"cost {network.cost_[-1]:.4f}, cross-entropy {cross_entropy(p, two):.3f} of predict_proba")
assert np.isclose(p.max(), np.e / (np.e + 1), atol=1e-6), "the largest probability differs now"
assert np.isclose(p.min(), 1 / (np.e + 1), atol=1e-6), "the smallest probability differs now"
assert sure > 0.9 and np.isclose(cross_entropy(output, two), 2 * network.cost_[-1], rtol=1e-6)
assert abs(cross_entropy(p, two) - 0.321) < 0.02, "the probabilities are others now"

three = (x[:, 0] > 0.5).astype(int) + (x[:, 0] > -0.5)
_, p = trained(three)
print(f"three classes: {p.max():.3f} at most")
assert p.max() <= np.e / (np.e + 2) + 1e-6 < 0.577, "three classes differ now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: predict_proba applies the softmax twice"
