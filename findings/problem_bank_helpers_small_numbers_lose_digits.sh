#!/usr/bin/env bash
# problem-bank-helpers 0.4.0 with sigfig 1.4.0 (Python 3.11): `roundp` and `round_str` round numbers
# below 0.0001 to one digit, whatever number of significant figures is asked for.
#
# Expected: that many figures, as for every larger number, and as sigfig gives them, which the
# docstring says it wraps. But before it calls sigfig, it writes numbers below 1e-4 and above 1e15
# without a decimal: 4.56e-5 has become 5e-05 by then, and zeros fill up the figures.
#
# Seen, for three figures: 0.000456 stays, 4.56e-5 becomes 5e-05, 1.4999e-6 becomes 1e-06, a third
# less, and the text of 4.56e-5 becomes 5.00E-5. The other end is alike: 6.022e23 becomes 6e23.
#
# Hurts: PrairieLearn questions (for which the package is) on learning rates, small slopes or
# physical constants: the right answer is rounded with it, and who answers 4.56e-5 is off by 9 %.
#
# What to do: round with `round_sig` of the same package, which is right here, or with sigfig.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet problem-bank-helpers==0.4.0 sigfig==1.4.0
cd "$folder"

cat > seen.py <<'PYTHON'
import problem_bank_helpers as pbh
import sigfig

FIGURES = 3
SEEN = {0.000456: 0.000456, 4.56e-5: 5e-5, -3.14e-7: -3e-7, 1.4999e-6: 1e-6, 6.022e23: 6e23}

for number, expected in SEEN.items():
    rounded = pbh.roundp(number, sigfigs=FIGURES)
    right = pbh.round_sig(number, FIGURES)
    print(f"{number}: roundp {rounded}, round_sig {right}")
    assert right == float(f"{number:.{FIGURES - 1}e}"), "round_sig rounds otherwise now"
    assert rounded == expected, "roundp rounds otherwise now"
    assert pbh.round_str(number, sigfigs=FIGURES) == expected, "round_str rounds otherwise now"
    assert float(sigfig.round(str(number), sigfigs=FIGURES, warn=False)) == right, "sigfig differs"

text = pbh.roundp("4.56e-5", sigfigs=FIGURES)
print(f"as text: {text}")
assert text == "5.00E-5", "the text is another one now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: numbers below 0.0001 keep one digit"
