#!/usr/bin/env bash
# ksdisc 0.0.9 (Python 3.11): two samples that are equal get the p-value 0, and so do draws that fit
# a law perfectly; ten ones from a fair coin of 0 and 1 get about 0.75.
#
# Expected: 1 for what cannot differ less, and the same for ten ones as for ten zeros. The p-value
# is the share of simulated samples that are at least as far off as the given one; here only those
# that are farther count. That is the same for continuous data; the package is for discrete data, by
# its name and description, where most can be just as far off. And the distance from a law is looked
# for at the values in the sample only, not at those that are missing from it.
#
# Seen, for two samples of 20 ones each, for [1] * 20 with [1] * 5 and for ten zeros under a law
# that always gives 0: 0, in each run. For 0 and 1 with equal probability ten draws that are alike
# have the p-value 0.002 by the binomial law; ten zeros get 0, and ten ones 0.75.
#
# Hurts: tests of a sampler or of shuffled labels: where nothing differs it says most strongly that
# something does, and a sampler that gives the highest value only passes.
#
# What to do: for a few classes the binomial law or a chi-square test; for two samples, count the
# shuffled ones whose distance is at least the given one, within rounding.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ksdisc==0.0.9
cd "$folder"

cat > seen.py <<'PYTHON'
import random

from ksdisc import ks_disc, ks_disc_2sample

DRAWS = 10


def coin(x):
    """Distribution function of 0 and 1 with equal probability."""
    return 0.0 if x < 0 else 0.5 if x < 1 else 1.0


random.seed(0)
for second in ([1] * 20, [1] * 5):
    alike = ks_disc_2sample([1] * 20, second, iters=500)
    print(f"20 and {len(second)} ones: p-value {alike}")
    assert alike == 0, "equal samples have another p-value now"
assert ks_disc_2sample([0, 1] * 10, [1, 0] * 10, iters=500) > 0.5, "it does see that here"
assert ks_disc([0] * DRAWS, lambda x: float(x >= 0)) == 0, "a perfect fit has another one now"

zeros, ones = (ks_disc([side] * DRAWS, coin, iters=10_000) for side in (0, 1))
alike = 2 / 2**DRAWS
print(f"ten zeros: {zeros}, ten ones: {ones}, by the binomial law: {alike:.3f}")
assert zeros == 0 and 0.7 < ones < 0.8, "draws that are alike have another p-value now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: only what is farther off counts"
