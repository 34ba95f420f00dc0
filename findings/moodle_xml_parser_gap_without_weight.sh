#!/usr/bin/env bash
# moodle-xml-parser 0.3.1 (Python 3.11): a gap of a Cloze question that states no weight, or whose
# type has an underscore, is read with 0 points for its right answer and with the type UNKNOWN; so
# is a share with decimals.
#
# Expected: what Moodle reads: its own pattern of a gap takes a missing weight for 1, types such as
# SHORTANSWER_C, and shares with decimals, which thirds need. The parser's pattern asks for a whole
# number before the first colon, letters up to the second one, and whole percents; what does not
# match stays in the text of the answer.
#
# Seen: {1:NUMERICAL:=0.25:0.001} has the type NUMERICAL and 100 points for 0.25:0.001. Without the
# 1, the type is UNKNOWN, and the one answer is ":NUMERICAL:=0.25:0.001" with 0 points;
# {1:SHORTANSWER_C:=He} likewise. In {1:MULTICHOICE:=He~%33.33333%Glorot} the second answer is
# "%33.33333%Glorot" with 0 points, and with %33% it is "Glorot" with 33. No message.
#
# Hurts: question banks that are graded or moved with it: the right answer gives nothing.
#
# What to do: count the gaps of type UNKNOWN, and those without an answer of 100 points, before
# using the result.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet moodle-xml-parser==0.3.1
cd "$folder"

cat > seen.py <<'PYTHON'
from moodle_xml_parser.parser import parse_string

QUIZ = """<quiz><question type="cloze">
<name><text>slope</text></name>
<questiontext format="html"><text><![CDATA[{gap}]]></text></questiontext>
</question></quiz>"""
SEEN = {
    "{1:NUMERICAL:=0.25:0.001}": ("NUMERICAL", [("0.25:0.001", 100)]),
    "{:NUMERICAL:=0.25:0.001}": ("UNKNOWN", [(":NUMERICAL:=0.25:0.001", 0)]),
    "{1:SHORTANSWER:=He}": ("SHORTANSWER", [("He", 100)]),
    "{1:SHORTANSWER_C:=He}": ("UNKNOWN", [("1:SHORTANSWER_C:=He", 0)]),
    "{1:MULTICHOICE:=He~%33%Glorot}": ("MULTICHOICE", [("He", 100), ("Glorot", 33)]),
    "{1:MULTICHOICE:=He~%33.33333%Glorot}": (
        "MULTICHOICE",
        [("He", 100), ("%33.33333%Glorot", 0)],
    ),
}

for gap, expected in SEEN.items():
    (question,) = parse_string(QUIZ.replace("{gap}", gap))["cloze"]
    (read,) = question.gaps
    found = read.sub_type, [(option.answer, option.score) for option in read.options]
    print(f"{gap}: {found}")
    assert found == expected, "it is read otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the right answer of a gap without a weight has 0 points"
