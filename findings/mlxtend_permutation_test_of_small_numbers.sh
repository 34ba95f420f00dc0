#!/usr/bin/env bash
# mlxtend 0.25.0 with NumPy 2.4.6 (Python 3.11): `permutation_test` of numbers below 1e-8 gives the
# p-value 1, whatever they are; times 1e9 the same numbers give 0.024.
#
# Expected: the same p-value in all units, since a permutation test compares a statistic with itself
# only. A tie with the observed statistic is to count, and np.isclose with its absolute tolerance of
# 1e-8 decides what is one: below that everything is.
#
# Seen, for five numbers from 1 to 5 and five from 4 to 9, difference of means: 6 of the 252
# divisions are as extreme, so p = 0.0238, for these numbers and times 1e-3 and 1e-6. Times 1e-8 it
# is 0.087, times 1e-9 it is 1, for the exact test and for the approximate one, on one side and on
# both. No warning.
#
# Hurts: who compares gradients, errors of a numerical method or steps of a small learning rate: a
# clear difference is reported as none at all.
#
# What to do: divide both samples by their common standard deviation first, or take
# scipy.stats.permutation_test, which gives 0.0238 at all these scales.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mlxtend==0.25.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
from itertools import combinations

import numpy as np
from mlxtend.evaluate import permutation_test
from scipy import stats

one, other = np.array([1.0, 2, 3, 4, 5]), np.array([4.0, 6, 7, 8, 9])
both = np.concatenate([one, other])
SEEN = {1: 6 / 252, 1e-3: 6 / 252, 1e-6: 6 / 252, 1e-8: 22 / 252, 1e-9: 1, 1e-12: 1}


def distance(x, y, axis=-1):
    """Difference of the means without its sign."""
    return np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis))


sums = [sum(chosen) for chosen in combinations(both, 5)]
counted = sum(abs(2 * s - both.sum()) >= abs(2 * one.sum() - both.sum()) for s in sums)
assert (counted, len(sums)) == (6, 252)

for scale, expected in SEEN.items():
    x, y = one * scale, other * scale
    exact = permutation_test(x, y, method="exact")
    by_scipy = stats.permutation_test((x, y), distance, alternative="greater").pvalue
    print(f"times {scale}: {exact:.4f}, by scipy {by_scipy:.4f}")
    assert np.isclose(exact, expected, rtol=1e-9), "the p-value is another one now"
    assert np.isclose(by_scipy, 6 / 252, rtol=1e-9), "so much for scipy"

small = {"x": one * 1e-9, "y": other * 1e-9}
for side in ("x_mean != y_mean", "x_mean < y_mean", "x_mean > y_mean"):
    drawn = permutation_test(**small, func=side, method="approximate", num_rounds=500, seed=0)
    assert drawn == 1, "the approximate test differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: for numbers below 1e-8 every p-value is 1"
