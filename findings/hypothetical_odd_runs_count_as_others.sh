#!/usr/bin/env bash
# hypothetical 0.3.0 with NumPy 1.26.4 and SciPy 1.11.4 (Python 3.11): the probability that
# `RunsTest` gives counts for each odd number r of runs the orders with 2 r - 1 runs: seven runs of
# ten heads and ten tails have 0.248, where 0.051 is right.
#
# Expected: the probability of so many runs or fewer, 1 for the largest number. Where there is an
# odd number r of runs, one kind has (r + 1) / 2 of them and the other (r - 1) / 2; the sum is
# written with r - 1 and r - 2 where the halves (r - 1) / 2 and (r - 3) / 2 are meant.
#
# Seen: besides, for a, b, a, b it is 0.667 and for eight of each in turn 0.769, where 1 is right;
# for a, b, b, a it is 0.333, where 0.667 is. Four runs of six and six that begin with four of each
# have 0.165 for 0.067. For more than 20 of a kind there is a p-value beside it, by the normal law,
# which does not use the sum.
#
# Hurts: tests of randomness of short sequences, such as the signs of errors or of first weights:
# what comes in blocks is not noticed.
#
# What to do: compare the number r of runs with the two critical values in the summary, or count
# over all orders of a short sequence.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet hypothetical==0.3.0 numpy==1.26.4 scipy==1.11.4 \
    pandas==2.2.3 statsmodels==0.14.4
cd "$folder"

cat > seen.py <<'PYTHON'
from itertools import combinations, groupby

import numpy as np
from hypothetical.nonparametric import RunsTest


def runs(sequence):
    return sum(1 for _ in groupby(sequence))


def right(sequence):
    """The share of all orders of the sequence with so many runs or fewer."""
    first, places = sequence.count(sequence[0]), range(len(sequence))
    orders = [set(order) for order in combinations(places, first)]
    few = sum(runs(place in order for place in places) <= runs(sequence) for order in orders)
    return few / len(orders)


for sequence, number, seen, expected in (
    ("abab", 4, 0.667, 1.0),
    ("abba", 3, 0.333, 0.667),
    ("ab" * 8, 16, 0.769, 1.0),
    ("aaaabbbbaabb", 4, 0.165, 0.067),
    ("aaabbbaaabbbaaabbbba", 7, 0.248, 0.051),
):
    test = RunsTest(list(sequence))
    given = test.test_summary["probability"]
    print(f"{sequence}: {test.r} runs, given {given:.3f}, right {right(sequence):.3f}")
    assert test.r == number == runs(sequence)
    assert np.isclose(right(sequence), expected, atol=1e-3)
    assert np.isclose(given, seen, atol=1e-3), "the probability is another one now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: odd numbers of runs count as others"
