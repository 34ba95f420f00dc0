#!/usr/bin/env bash
# MLstatkit 0.1.91 with NumPy 2.4.6 and SciPy 1.17.1 (Python 3.11): to `Delong_test` two models that
# rank all examples alike differ, with the p-value 0, while z is 0 as well.
#
# Expected: a p-value of 1, which belongs to z = 0, and which its `Permutation_test` gives. Where
# the variance of the difference is 0 the test falls back on resampling, and takes twice the smaller
# of the shares that are at most 0 and above 0; all are 0, so the smaller one is none.
#
# Seen, for 100 examples: a model against itself, against the same scores doubled, and a perfect one
# against itself, z = 0 and p = 0 in each. With other scores of the same quality p is 0.98. No
# warning, unless the verbose output is asked for.
#
# Hurts: a table of comparisons in which two submissions are the same, or one is a scaled version of
# the other: they are significantly different, at any level.
#
# What to do: look at z, or compare the ranks before the test.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet \
    MLstatkit==0.1.91 numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from MLstatkit import Delong_test, Permutation_test

rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 100)
scores, others = (0.3 * labels + 0.7 * rng.random(100) for _ in range(2))
perfect = labels.astype(float)

for name, first, second in (
    ("itself", scores, scores),
    ("its double", scores, 2 * scores),
    ("perfect", perfect, perfect),
):
    z, p = Delong_test(labels, first, second, n_boot=500, random_state=0)[:2]
    print(f"{name}: z {z}, p-value {p}")
    assert z == 0 and p == 0, "equal models have another p-value now"
assert Delong_test(labels, scores, others)[1] > 0.9
assert Permutation_test(labels, scores, scores, "roc_auc", n_bootstraps=100)[2] == 1
PYTHON
"$folder/venv/bin/python" seen.py 2> said || { cat said; exit 1; }
echo "as before: equal models differ"
