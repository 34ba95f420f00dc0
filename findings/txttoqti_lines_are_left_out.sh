#!/usr/bin/env bash
# txttoqti 0.5.0 (Python 3.11): lines that do not begin with Q1:, A) to D) or "ANSWER: A" to D are
# left out of the package without a word: code in a question, the fifth choice, and the answer to a
# question that has no choices.
#
# Expected: these lines, or a complaint; the README promises validation and error reporting, and
# names questions with a short answer among its types.
#
# Seen: of a question with two lines of code under its first line only that line is in the package,
# of five choices four are, and of a choice over two lines the first line is. "Q2: Name a start."
# with "ANSWER: He" becomes a question with a field to type in and no right answer, graded by
# "match_correct": whatever is typed has 0 points. The program says that the package was created,
# and exits with 0. A fifth choice that is the right one, though, is an error.
#
# Hurts: "What does this print?" without what prints, and a quiz in which nobody has all points.
#
# What to do: one line for each question and choice, four choices at most, choices for all
# questions; compare the package with the file.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet txttoqti==0.5.0
cd "$folder"

cat > quiz.txt <<'QUIZ'
Q1: What does this print?
w = np.zeros(3)
print(w.std())
A) 0.0
B) 1.0
C) the size of w,
which is 3
D) nan
E) an error
ANSWER: A

Q2: Name a start for layers with ReLU.
ANSWER: He
QUIZ
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET
import zipfile

with zipfile.ZipFile("quiz.zip") as package:
    root = ET.fromstring(package.read("assessment.xml"))
items = [part for part in root.iter() if part.tag.endswith("}assessmentItem")]


def texts(item, tag):
    return [part.text for part in item.iter() if part.tag.endswith("}" + tag)]


code, short = items
print("first:", texts(code, "p"), texts(code, "simpleChoice"))
assert texts(code, "p") == ["What does this print?"], "the code is in the question now"
assert texts(code, "simpleChoice") == ["0.0", "1.0", "the size of w,", "nan"], "choices differ now"
everything = "".join(short.itertext()).split()
right = texts(short, "correctResponse")
print("second: fields", len(texts(short, "textEntryInteraction")), "right answers", len(right))
assert len(texts(short, "textEntryInteraction")) == 1 and not right, "it has a right answer now"
assert "He" not in everything, "the answer is in the package now"
(processing,) = [part for part in short.iter() if part.tag.endswith("}responseProcessing")]
assert processing.get("template").endswith("match_correct"), "it is graded otherwise now"
PYTHON
"$folder/venv/bin/txttoqti" -i quiz.txt -o quiz.zip
"$folder/venv/bin/python" seen.py
sed 's/ANSWER: A/ANSWER: E/' quiz.txt > fifth.txt
if "$folder/venv/bin/txttoqti" -i fifth.txt -o fifth.zip 2> said; then
    echo "a fifth choice can be the right one now" && exit 1
fi
grep --quiet "no correct answer" said
echo "as before: lines are left out"
