#!/usr/bin/env bash
# pygiftparser 1.1 and gift-wrapper 1.8.1 (Python 3.11): a numerical answer with an exponent is read
# up to the exponent, and its margin not at all: 2e-05 with the margin 1e-06, which is how
# gift-wrapper writes these numbers for Moodle, becomes 2 with the margin 0.
#
# Expected: 0.00002, or a question that is marked as not valid, which is what happens to a negative
# answer. The parser's pattern for a number is digits with decimals, and what follows is passed
# over.
#
# Seen: 2e-05:1e-06 becomes 2 with 0, 0.25:5e-3 becomes 0.25 with a margin of 5, all `valid`;
# 0.25:0.005 is right, and -0.25:0.01 is marked as not valid.
#
# Hurts: question banks that are moved or printed with it: the answer key is 100,000 times the right
# one, and nobody is told.
#
# What to do: write numbers for it without exponents and signs (ask for thousandths, or for the size
# of a negative slope), and compare what it has read with the file.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pygiftparser==1.1 gift-wrapper==1.8.1
cd "$folder"

cat > seen.py <<'PYTHON'
import io

from gift_wrapper.question import Numerical
from pygiftparser import parser

# value and margin as an author states them, and what is read: value, margin, or None
SEEN = [
    (0.00002, 0.000001, (2, 0)),
    (0.25, "5e-3", (0.25, 5)),
    (0.25, 0.005, (0.25, 0.005)),
    (-0.25, 0.01, None),
]
for value, margin, expected in SEEN:
    question = Numerical("slope", "What is the slope?", {"value": value, "error": margin})
    print(question.gift.replace("\n", " "))
    (read,) = parser.parseFile(io.StringIO(question.gift + "\n\n"))
    print(f"  valid: {read.valid}")
    assert read.valid == (expected is not None), "another question is valid now"
    if read.valid:
        (answer,) = read.answers.answers
        print(f"  read as {answer.value} with a margin of {answer.tolerance}")
        assert (answer.value, answer.tolerance) == expected, "numbers are read otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: what follows an exponent's e is passed over"
