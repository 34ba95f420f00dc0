#!/usr/bin/env bash
# check50 3.5.0 with NumPy 2.4.6 (Python 3.11): a check for the printed number 2.5 passes for a
# program that prints 2.5e-09, and a check for a printed array passes for other arrays.
#
# Expected: given a number, `stdout` is documented to match just that number, and it does look at
# the digits and the sign around the match; it does not look for an exponent. Given a string, it
# takes it as a regular expression, in which the way NumPy prints an array, [0.5 1.5], is a class
# of single characters.
#
# Seen: with stdout(2.5), 2.5 and 2.5e-09 pass, -2.5 and 12.5 fail. With stdout("[0.5 1.5]"), the
# array [7.1 8.2] passes, as does any output with a 0, 1, 5, a full stop or a space in it; with
# regex=False it fails. And the right value fails where it is printed in another way: 0.00001 for
# stdout(1e-05), 2.50 for stdout(2.5).
#
# Hurts: exercises that print a loss or a gradient. Vanishing gradients are printed with an
# exponent, so that the wrong value which the exercise is about is the one that passes.
#
# What to do: read the output with stdout(), turn it into numbers and compare these with a
# tolerance; for text use regex=False.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet check50==3.5.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import shlex
import sys

import check50
import numpy as np


def passes(value, expected, **options):
    """Whether a program that prints this value passes the check for the expected output."""
    printing = f"import numpy as np; print({value})"
    program = check50.run(shlex.join([sys.executable, "-c", printing]))
    try:
        program.stdout(expected, timeout=30, **options)
    except check50.Failure:
        return False
    return True


numbers = {value: passes(value, 2.5) for value in ("2.5", "2.5e-9", "-2.5", "12.5", "'2.50'")}
print("stdout(2.5):", numbers)
assert numbers == {"2.5": True, "2.5e-9": True, "-2.5": False, "12.5": False, "'2.50'": False}
assert passes("1e-5", 1e-5) and not passes("'0.00001'", 1e-5), "1e-05 is matched in other ways now"

array = str(np.array([0.5, 1.5]))
arrays = {
    value: (passes(value, array), passes(value, array, regex=False))
    for value in ("np.array([0.5, 1.5])", "np.array([7.1, 8.2])", "'no array'", "'none'")
}
print(f"stdout({array!r}), as it is and with regex=False:", arrays)
assert list(arrays.values()) == [(True, True), (True, False), (True, False), (False, False)]
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: 2.5e-09 passes for 2.5, and [7.1 8.2] for [0.5 1.5]"
