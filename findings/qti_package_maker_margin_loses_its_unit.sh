#!/usr/bin/env bash
# qti-package-maker 26.7.14 (Python 3.11): when it reads a quiz in text2qti's format, it takes the
# digits at the start of a margin and drops the rest: 5% becomes 5, and 1e-4 becomes 1.
#
# Expected: what text2qti itself makes of the same file, since that is the format which this reader
# is named after. text2qti's README allows both: a margin is a number or a percentage.
#
# Seen, in the packages for Canvas that both write: `9.81 +- 5%` accepts 9.3195 to 10.3005 in
# text2qti 0.8.0 and 4.81 to 14.81 here, `500 +- 5%` 475 to 525 there and 495 to 505 here, and
# `0.25 +- 1e-3` 0.249 to 0.251 there and -0.75 to 1.25 here. `2.5 +- 0.1` is the same in both.
# Nothing is said, while a question whose number it cannot read is left out with a warning.
#
# Hurts: courses that move a question bank from one learning system to another: right answers lose
# their points there or wrong ones get them, and the questions look the same.
#
# What to do: write margins as plain decimals (25 for 5 % of 500) before converting, and compare the
# bounds in both packages.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet qti-package-maker==26.7.14 text2qti==0.8.0
export HOME="$folder" # text2qti may write its settings there
cd "$folder"

cat > text2qti-numbers-questions.txt <<'QUIZ'
1. What is the acceleration of a falling stone?
= 9.81 +- 5%

2. What is the slope of the logistic function at zero?
= 0.25 +- 1e-3

3. How many weights has the layer, roughly?
= 500 +- 5%

4. What is half of five?
= 2.5 +- 0.1
QUIZ
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET
import zipfile

from qti_package_maker import package_interface

QUIZ = "text2qti-numbers-questions"


def bounds(path):
    """The bounds of each numerical answer in a package for Canvas."""
    found = []
    with zipfile.ZipFile(path) as package:
        for name in (name for name in package.namelist() if name.endswith(".xml")):
            tree = list(ET.fromstring(package.read(name)).iter())
            lows, highs = (
                [float(part.text) for part in tree if part.tag.rpartition("}")[2] == tag]
                for tag in ("vargte", "varlte")
            )
            found += zip(lows, highs, strict=True)
    return [(round(low, 6), round(high, 6)) for low, high in found]


maker = package_interface.QTIPackageInterface("numbers", verbose=False)
maker.read_package(f"{QUIZ}.txt", "text2qti")
maker.save_package("canvas_qti_v1_2")
stated, read = bounds(f"{QUIZ}.zip"), bounds("qti12-numbers.zip")
for one, other in zip(stated, read, strict=True):
    print(f"text2qti {one}, qti-package-maker {other}")
expected = [(9.3195, 10.3005), (0.249, 0.251), (475, 525), (2.4, 2.6)]
assert stated == expected, "text2qti reads it otherwise now"
expected = [(4.81, 14.81), (-0.75, 1.25), (495, 505), (2.4, 2.6)]
assert read == expected, "the margins are others now"
PYTHON
"$folder/venv/bin/text2qti" text2qti-numbers-questions.txt
"$folder/venv/bin/python" seen.py
echo "as before: a margin loses its percent sign or its exponent"
