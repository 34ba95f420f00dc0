#!/usr/bin/env bash
# text2qti 0.8.0 (Python 3.11): the bounds of a numerical answer are written with four decimals,
# whatever their size. Where the margin is smaller, the right answer itself is counted as wrong.
#
# Expected: the bounds that the quiz states. The README allows numbers down to 0.0001 and margins as
# a number or in percent; smaller answers are refused with a clear message, small margins are not.
#
# Seen, in the QTI file: `0.00014 +- 1%` accepts 0.0001 to 0.0001, so 0.00014 gets no points.
# `3.14159265 +- 0.000001` accepts 3.1416 only, which is outside the stated margin, and not
# 3.14159265. `[0.12341, 0.12344]` accepts 0.1234 only, and so not its own middle. The README's
# `1.4142 +- 0.0001` is written as it stands. No warning, exit code 0.
#
# Hurts: quizzes about learning rates, slopes and weights, which are small or asked for to more
# digits: everybody who computes right loses the points.
#
# What to do: ask for the number in other units (in thousandths, say), and compare the bounds in the
# .zip with the quiz before uploading it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet text2qti==0.8.0
export HOME="$folder" # it may write its settings there
cd "$folder"

cat > quiz.txt <<'QUIZ'
Quiz title: Numbers

1.  Which learning rate is the largest that works?
=   0.00014 +- 1%

2.  What is pi, to six decimals?
=   3.14159265 +- 0.000001

3.  Between which bounds is the slope?
=   [0.12341, 0.12344]

4.  What is the square root of 2?
=   1.4142 +- 0.0001
QUIZ
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET
import zipfile

ANSWERS = [
    (0.00014, (0.0001, 0.0001)),
    (3.14159265, (3.1416, 3.1416)),
    (0.123425, (0.1234, 0.1234)),
    (1.4142, (1.4141, 1.4143)),
]


def numbers(item, tag):
    """The numbers in elements of this name, without regard to namespaces."""
    return [float(part.text) for part in item.iter() if part.tag.endswith(f"}}{tag}")]


with zipfile.ZipFile("quiz.zip") as package:
    names = [name for name in package.namelist() if name.endswith(".xml")]
    trees = [ET.fromstring(package.read(name)) for name in names]
items = [part for tree in trees for part in tree.iter() if part.tag.endswith("}item")]
assert len(items) == len(ANSWERS), "the quiz is kept otherwise now"
for item, (answer, expected) in zip(items, ANSWERS, strict=True):
    (low,), (high,) = numbers(item, "vargte"), numbers(item, "varlte")
    accepted = low <= answer <= high or answer in numbers(item, "varequal")
    print(f"{answer}: bounds {low} and {high}, {'right' if accepted else 'wrong'}")
    assert (low, high) == expected, "the bounds are others now"
    assert accepted == (answer == 1.4142), "the right answer is treated otherwise now"
PYTHON
"$folder/venv/bin/text2qti" quiz.txt
"$folder/venv/bin/python" seen.py
echo "as before: right answers with a small margin are outside the bounds"
