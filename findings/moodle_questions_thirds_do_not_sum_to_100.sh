#!/usr/bin/env bash
# moodle-questions 0.2.1 (Python 3.11): the share of the points that an answer is worth is cut to a
# whole number of percent: 33.33333 becomes 33, and 16.66667 becomes 16.
#
# Expected: the share as given; the docstring of `add_answer` says that it is a float, and thirds
# and sixths have to be written so, in percent, in Moodle's XML.
#
# Seen: of three right answers with 33.33333 each, all that can be had is 99 %, of six with 16.66667
# it is 96 %, and a wrong answer of -33.33333 takes 33. Quarters are as given. No warning.
#
# Hurts: questions with several right answers, of which nobody gets all points.
#
# What to do: use 2, 4, 5 or 10 right answers, or correct the attribute `fraction` of the elements
# in the saved XML; and sum up the shares above 0 before the import.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet moodle-questions==0.2.1
cd "$folder"

cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET

from moodle_questions import MultipleChoiceQuestion, Quiz

WRONG = -33.33333
SEEN = {3: (33.33333, 99), 6: (16.66667, 96), 4: (25, 100)}

for answers, (share, expected) in SEEN.items():
    question = MultipleChoiceQuestion(
        name="symmetry", question_text="Which starts break the symmetry?", default_mark=6
    )
    for number in range(answers):
        question.add_answer(share, f"right {number}")
    question.add_answer(WRONG, "all weights 0")
    quiz = Quiz()
    quiz.add_question(question)
    quiz.save("quiz.xml")
    shares = [float(answer.get("fraction")) for answer in ET.parse("quiz.xml").iter("answer")]
    total = sum(shares[:answers])
    print(f"{answers} right answers of {share} %: {shares}, together {total}")
    assert total == expected, "the shares sum to another number now"
    assert shares[-1] == -33, "the deduction differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: shares of points are cut to whole percents"
