#!/usr/bin/env bash
# permutation-test 0.18 with NumPy 1.23.5 and pandas 2.0.3 (Python 3.11): the two-sided p-value is
# another one when the two groups change places, and can be 0.
#
# Expected: the same value, and never less than one over the number of ways to share out the data.
# The docstring promises a two-sided p-value, by Fisher's exact method. It is read off a histogram
# of all differences, on the one side with the next bar and on the other without its own, and is the
# smaller one of the two sides, not both together.
#
# Seen: 1, 2, 3, 4 and 5, 6, 7, 8 have 0.029, which is right, with 2 of 70 ways as far apart; 5, 6,
# 7, 8 and 1, 2, 3, 4 have 0. Two groups of five have 0.060 one way and 0.020 the other, where 0.040
# is right, so that the order decides at the level 0.05. Two equal groups have 0.63, where 1 is
# right.
#
# Hurts: comparisons of two ways to start or to train by a few runs each: which one is named first
# decides whether they differ.
#
# What to do: itertools.combinations over the few ways, as below, or scipy.stats.permutation_test.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet permutation-test==0.18 numpy==1.23.5 pandas==2.0.3
cd "$folder"

cat > seen.py <<'PYTHON'
import contextlib
import io
import warnings
from itertools import combinations

import numpy as np
from permutation_test import permutationtest

FIRST, SECOND = [1.1, 2.3, 3.9, 5.2, 6.1], [4.4, 5.9, 7.3, 8.8, 9.1]


def given(one, other):
    """The p-value of the package, without what it prints."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        return permutationtest(one, other, verbose=False)


def right(one, other):
    """The share of all ways that are at least as far apart."""
    both = np.array(one + other)
    apart = [
        abs(both[list(way)].mean() - np.delete(both, way).mean())
        for way in combinations(range(len(both)), len(one))
    ]
    return np.mean(np.array(apart) >= abs(np.mean(one) - np.mean(other)) - 1e-9)


LOW, HIGH = [1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]
for one, other, seen, expected in (
    (LOW, HIGH, 0.0286, 0.0286),
    (HIGH, LOW, 0.0, 0.0286),
    (FIRST, SECOND, 0.0595, 0.0397),
    (SECOND, FIRST, 0.0198, 0.0397),
    (LOW, LOW, 0.6286, 1.0),
):
    print(one, other, f"given {given(one, other):.4f}, right {right(one, other):.4f}")
    assert np.isclose(right(one, other), expected, atol=1e-4)
    assert np.isclose(given(one, other), seen, atol=1e-4), "the p-value is another one now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the order of the groups counts"
