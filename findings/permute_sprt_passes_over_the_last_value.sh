#!/usr/bin/env bash
# permute 0.2 with NumPy 2.4.6, SciPy 1.17.1 and cryptorandom 0.4 (Python 3.11): `sprt`, the
# sequential test, never looks at the last value, and it takes the others in the order given.
#
# Expected: a decision by all values where they are needed; its docstring has random_order, which is
# on by default, as "sample values in random order". The loop looks at the values before the
# current one, starting with none, and ends at the last one.
#
# Seen, for 1/2 against 9/10 at the levels 0.05, where the bounds are 1/19 and 19: of six hits the
# likelihood ratio is 34.0, beyond the bound; it says 18.9, which is that of five, and decides
# nothing; with random_order=False it rejects 1/2. A hit and five misses have the ratio 0.0144 where
# the hit is first and 0.04 where it is last, in each of 20 runs: no order is drawn.
#
# Hurts: who stops a test of a sampler or of a student's dropout as soon as it is clear: the draw
# that makes it clear is not counted, and a sorted sample is judged by its first part.
#
# What to do: shuffle the values before, and add one more of any kind at their end.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet permute==0.2 numpy==2.4.6 scipy==1.17.1 cryptorandom==0.4
cd "$folder"

cat > seen.py <<'PYTHON'
from permute.sprt import bernoulli_lh_ratio, sprt

LEVEL = 0.05


def ratio(values):
    """How much more likely these values are at 9/10 than at 1/2."""
    return bernoulli_lh_ratio(values, 0.5, 0.9)


def tested(values, **options):
    """Whether 1/2 and 9/10 are rejected, and the likelihood ratio."""
    return sprt(ratio, LEVEL, LEVEL, values, **options)


hits = [1] * 6
bound = (1 - LEVEL) / LEVEL
print("six hits:", tested(hits), "likelihood ratio:", ratio(hits), "bound:", bound)
assert ratio(hits) > bound > ratio(hits[:5])
assert tested(hits) == [[False, False], ratio(hits[:5])], "the last value counts now"
assert tested(hits, random_order=False) == [[True, False], ratio(hits)]
assert tested([*hits, 1]) == [[True, False], ratio(hits)]

misses = [1, 0, 0, 0, 0, 0]
for values in (misses, misses[::-1]):
    seen = {tested(values)[1] for _ in range(20)}
    print(values, "likelihood ratios of 20 runs:", seen)
    assert len(seen) == 1, "an order is drawn now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the last value is passed over"
