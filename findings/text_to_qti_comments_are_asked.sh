#!/usr/bin/env bash
# text-to-qti 0.1.1 (Python 3.11): a question that is commented out is in the package, and the
# points for all questions, `points_per_question`, are passed over.
#
# Expected: no such question, and that number of points: the README says that HTML comments are
# ignored, and that a question without [Points: ...] has the points of the metadata. The check
# before the conversion takes comments out of the text, and the conversion reads the text as it was.
#
# Seen, for three questions of which the second is in a comment, and points_per_question: 3: the
# package has three items of 1 point each. [Points: 4] in a question is honoured. The question text,
# which may have Markdown by the README, is copied as it is: **bold** keeps its stars, and lines of
# code stand in one line of text/html. Checked and converted, with exit status 0.
#
# Hurts: a question was commented out for being wrong, and is asked; the quiz is worth less than the
# author says.
#
# What to do: take questions out of the file, write [Points: ...] into each, and HTML for the rest.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet text-to-qti==0.1.1
cd "$folder"

cat > quiz.txt <<'QUIZ'
---
title: Starts
points_per_question: 3
---

## Question 1
[Type: multiple_choice]

What does this **print**?

    w = 0
    print(w)

*a) 0
b) 1

<!--
## Question 2
[Type: true_false]

Weights must not be 0.

*a) True
b) False
-->

## Question 3
[Type: true_false]
[Points: 4]

Biases may be 0.

*a) True
b) False
QUIZ
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET
import zipfile

with zipfile.ZipFile("quiz.zip") as package:
    (name,) = [name for name in package.namelist() if "ASSESSMENT" in name and "meta" not in name]
    root = ET.fromstring(package.read(name))


def parts(parent, tag):
    return [part for part in parent.iter() if part.tag.rpartition("}")[2] == tag]


texts, points = [], []
for item in parts(root, "item"):
    texts.append(parts(item, "mattext")[0].text)
    fields = [[part.text for part in field] for field in parts(item, "qtimetadatafield")]
    points.append(float(dict(fields)["points_possible"]))
print(texts, points)
assert "Weights must not be 0." in texts, "comments are ignored now"
assert points == [1, 1, 4], "there are other points now"
assert "**print**" in texts[0] and "<" not in texts[0], "Markdown is converted now"
PYTHON
"$folder/venv/bin/text-to-qti" validate quiz.txt
"$folder/venv/bin/text-to-qti" convert quiz.txt -o quiz.zip
"$folder/venv/bin/python" seen.py
echo "as before: comments are asked"
