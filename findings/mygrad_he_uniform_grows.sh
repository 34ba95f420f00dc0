#!/usr/bin/env bash
# mygrad 2.5.0 with NumPy 2.4.6 (Python 3.11): weights of `he_uniform` grow with the size of the
# layer where He's shrink. Its bound is gain * sqrt(n / 3) for n of the second axis, the reciprocal
# of sqrt(3 / n), which its sibling `he_normal` agrees with: that draws with gain / sqrt(n).
#
# Seen, with the default gain: for 1000 x 10, 1000 x 100 and 1000 x 1000 the standard deviations of
# he_uniform are 1.05, 3.3 and 10.5 (sqrt(n) / 3), those of he_normal 0.32, 0.10 and 0.032
# (1 / sqrt(n)), all within 2 %. With 100 inputs of size one, tanh is at |h| > 0.999 for over
# 85 % of the hidden activations after he_uniform, and for under 1 % after he_normal. For n = 3 the
# two cannot be told apart, which is what the examples in its documentation show.
#
# What to do: draw with `uniform` and bounds of one's own, sqrt(6 / fan_in) for ReLU; and give
# `he_normal` the gain sqrt(2), which it does not put in by itself.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mygrad==2.5.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from mygrad.nnet.initializers import he_normal, he_uniform

np.random.seed(0)


def drawn(initializer, n):
    """1000 x n weights in float64."""
    return initializer(1000, n, dtype=np.float64).data


for n in (10, 100, 1000):
    flat, bell = drawn(he_uniform, n).std(), drawn(he_normal, n).std()
    print(f"n = {n}: he_uniform {flat:.3f}, he_normal {bell:.3f}")
    assert abs(flat / (np.sqrt(n) / 3) - 1) < 0.02, "he_uniform has another scale now"
    assert abs(bell * np.sqrt(n) - 1) < 0.02, "he_normal has another scale now"
assert abs(np.abs(drawn(he_uniform, 3)).max() - 1) < 0.01, "the bound for n = 3 differs now"

x = np.random.default_rng(1).normal(size=(50, 100))
saturated = {
    f.__name__: float(np.mean(np.abs(np.tanh(x @ drawn(f, 100).T)) > 0.999))
    for f in (he_uniform, he_normal)
}
print(f"share of saturated tanh: {saturated}")
assert saturated["he_uniform"] > 0.85 and saturated["he_normal"] < 0.01, "saturation differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: he_uniform grows with the square root of n, he_normal shrinks with it"
