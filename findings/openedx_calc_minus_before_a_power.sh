#!/usr/bin/env bash
# openedx-calc 4.0.3 (Python 3.11): a minus sign that follows another operator belongs to the number
# behind it before the power is taken: 3*-2^2 is 12, though -2^2 is -4.
#
# Expected: -12, as in Python and on paper, where a power binds tighter than a sign; at the start of
# an answer, of a bracket or of a function's argument it does so here too. The library evaluates
# what learners type in Open edX's numerical and formula questions.
#
# Seen: 3*-2^2 is 12, 2*-0.5^2 is 0.5 and 1/-2^2 is 0.25, each with the other sign than in Python;
# 1--2^2 is -3 for 5. The preview beside the answer shows what was typed, without brackets. -2^2,
# 0-2^2, exp(-2^2) and 3*(-2^2) agree with Python. A variable is refused there (3*-x^2 is an error),
# so that only answers with numbers in them change.
#
# Hurts: who types the slope of a loss with the numbers put in, as 2*-0.5^2: right, and marked
# wrong.
#
# What to do: tell learners to put brackets around what has a sign, and evaluate an answer key with
# signs in it once before it is published.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openedx-calc==4.0.3
cd "$folder"

cat > seen.py <<'PYTHON'
from math import exp

from calc import evaluator
from calc.preview import latex_preview

SEEN = {
    "3*-2^2": 12,
    "2*-0.5^2": 0.5,
    "1/-2^2": 0.25,
    "1--2^2": -3,
    "-2^2": -4,
    "0-2^2": -4,
    "exp(-2^2)": exp(-4),
    "3*(-2^2)": -12,
}

differ = []
for answer, expected in SEEN.items():
    found = evaluator({}, {}, answer)
    python = eval(answer.replace("^", "**"))
    print(f"{answer}: {found}, in Python {python}")
    assert found == expected, "it is another number now"
    if found != python:
        differ.append(answer)
assert differ == ["3*-2^2", "2*-0.5^2", "1/-2^2", "1--2^2"], "others differ now"

preview = latex_preview("3*-2^2")
print(f"preview of 3*-2^2: {preview}")
assert "(" not in preview, "the preview has brackets now"
try:
    evaluator({"x": 2.0}, {}, "3*-x^2")
except Exception as error:
    print(f"3*-x^2: {type(error).__name__}")
else:
    raise AssertionError("a sign before a variable is taken now")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: after another operator a minus binds tighter than a power"
