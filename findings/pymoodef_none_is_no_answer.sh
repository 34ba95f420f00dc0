#!/usr/bin/env bash
# pymoodef 0.1.0 with pandas 3.1.1 (Python 3.11): a question whose answer is None, nan or NA becomes
# an essay, and a "<" in a choice makes a file that is no XML.
#
# Expected: a question with a short answer, as for every other word. The table is read by pandas, to
# which these words say that a cell is empty, and a question with an empty answer is an essay by the
# README. Text is put into the XML as it stands.
#
# Seen: "What does a function without return hand back?" with the answer None and "What is 0 / 0 in
# NumPy?" with nan are of the type essay, with no right answer, while the one with "zeros" is of the
# type shortanswer. With None among the wrong choices that choice is missing: two of three are left.
# A choice "loss<previous" is written as it is, and reading the file ends with "not well-formed" or
# "mismatched tag"; with &lt; in the table it is read. The program says "file generated!" each time.
#
# Hurts: quizzes on Python and NumPy: what looks like a question with one word is for the teacher to
# grade, or the choice that most would take wrongly is not there.
#
# What to do: write None. with a full stop, or `None`, and &lt; and &amp; for < and &, and count
# types and choices in the file.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pymoodef==0.1.0 pandas==3.1.1
cd "$folder"

cat > seen.py <<'PYTHON'
import pathlib
import xml.etree.ElementTree as ET

from pymoodef.pymoodef import moodef

HEADER = "type,question,image,image_alt,answer,a_1,a_2\n"


def questions(*rows):
    """Type, and the texts of the choices, of each question in the file."""
    pathlib.Path("quiz.csv").write_text(HEADER + "".join(f"{row}\n" for row in rows))
    moodef(file="quiz.csv", xml="quiz.xml")
    root = ET.fromstring(pathlib.Path("quiz.xml").read_text())
    return [
        (item.get("type"), [text.text.strip() for text in item.findall("answer/text")])
        for item in root.findall("question")
        if item.get("type") != "category"
    ]


words = questions(
    ",What does a function without return hand back?,,,None,,",
    ",What is 0 / 0 in NumPy?,,,nan,,",
    ",Which start leaves all units alike?,,,zeros,,",
    ",Where does a function without return end?,,,It hands back nothing.,None,Zero.",
    ",Where does it end?,,,It hands back nothing.,None.,Zero.",
)
print(*words, sep="\n")
assert [kind for kind, _ in words] == ["essay", "essay", "shortanswer"] + 2 * ["multichoice"]
assert words[2][1] == ["zeros"]
assert len(words[3][1]) == 2 and words[4][1][1:] == ["None.", "Zero."], "None is a choice now"

try:
    questions(",When was the step right?,,,It fell.,loss<previous,loss<first")
except ET.ParseError as error:
    print(error)
else:
    raise AssertionError("choices with < are written anew")
escaped = questions(",When was the step right?,,,It fell.,loss&lt;previous,loss&lt;first")
assert escaped[0][1][1:] == ["loss<previous", "loss<first"]
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: None is no answer"
