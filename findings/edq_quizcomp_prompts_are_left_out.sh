#!/usr/bin/env bash
# edq-quizcomp 1.0.1 (Python 3.11): in the QTI package the questions have no text; and the answer to
# a fill-in question is a piece of HTML.
#
# Expected: the prompt and the answer, as in the tool's other formats made of the same quiz. The
# README names QTI among them. The template for a QTI item takes the prompt from a field that
# questions do not have.
#
# Seen, for the fill-in question "Name a start for layers with `ReLU`." with the answer "He": the
# item's text is empty, and right is <div class="qg-root-block qg-block"><p>He</p></div>, with line
# breaks and blanks before and after each part. Points and feedback are there. In Markdown and HTML
# the prompt is there too. The program says that the quiz was created, and exits with 0.
#
# Hurts: a quiz that is imported to an LMS before anybody has opened it there: no questions are to
# be seen, and whoever answers "He" has no points.
#
# What to do: look at an item of the package before the import; put the prompts into its XML from
# the JSON format.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet edq-quizcomp==1.0.1
cd "$folder"

mkdir start
cat > start/question.json <<'JSON'
{"question_type": "fill_in_the_blank", "name": "Start", "points": 5,
 "prompt": "Name a start for layers with `ReLU`.",
 "feedback": {"general": "See lesson 1."}, "answers": ["He"]}
JSON
cat > quiz.json <<'JSON'
{"title": "Starts", "name": "starts", "course_title": "Networks", "term_title": "Spring",
 "date": "2026-03-02", "groups": [{"name": "A", "questions": ["start"], "points": 5}]}
JSON
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

(package,) = Path().glob("*.zip")
with zipfile.ZipFile(package) as files:
    (name,) = [name for name in files.namelist() if name.endswith("/quiz.xml")]
    root = ET.fromstring(files.read(name))


def parts(tag):
    return [part for part in root.iter() if part.tag.endswith("}" + tag)]


(presentation,), (right,) = parts("presentation"), parts("varequal")
print("text:", "".join(presentation.itertext()).split())
print("right:", "".join(ET.tostring(right, encoding="unicode").split()))
assert not "".join(presentation.itertext()).strip(), "the prompt is there now"
assert [part.tag.rpartition("}")[2] for part in right.iter()] == ["varequal", "div", "p"]
assert not (right.text or "").strip() and "".join(right.itertext()).strip() == "He"

entries = ["".join(part.itertext()).strip() for part in parts("fieldentry")]
feedback = ["".join(part.itertext()).strip() for part in parts("itemfeedback")]
assert "5" in entries and feedback == ["See lesson 1."]
PYTHON
"$folder/venv/bin/python" -m quizcomp.cli.qti.create quiz.json
"$folder/venv/bin/python" seen.py
"$folder/venv/bin/python" -m quizcomp.cli.parse.quiz quiz.json --format md > quiz.md
grep --quiet "Name a start for layers with" quiz.md
echo "as before: prompts are left out"
