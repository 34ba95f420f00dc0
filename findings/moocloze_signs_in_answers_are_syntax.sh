#!/usr/bin/env bash
# moocloze 1.0.2 (Python 3.11): the answers go into Moodle's Cloze field as they are: a brace, "~",
# "#" or "=" in them is read as syntax, so that wrong choices count as right and formulas are cut.
#
# Expected: "}", "~" and "#" with a backslash before them, as Moodle's manual asks for, and no "=" at
# the start of a wrong answer. The README says that less need be known of the Cloze format with it,
# and the docstrings call the answers strings.
#
# Seen, by the rules of the manual (a field ends at the first "}" without a backslash, "~" goes
# between choices, "=" before one makes it right, "#" begins the feedback): of the choices "<= 0",
# right, and "== 0" and ">= 0", wrong, "== 0" is a second right one, shown as "= 0". A first choice
# "\frac{1}{n}" ends the field, and the right one is text beside it. "C#" is shown as "C", and
# "~normal" becomes an empty choice and "normal". A choice without such signs is as it was given.
#
# Hurts: questions about code and formulas: students who choose a wrong answer have the points, or
# the question has no right choice.
#
# What to do: put a backslash before each } ~ and # of an answer, and begin none with =.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet moocloze==1.0.2
cd "$folder"

cat > seen.py <<'PYTHON'
import re
import xml.etree.ElementTree as ET

import moocloze


def read(field):
    """The choices that Moodle's manual sees in a field, with whether each is right."""
    moocloze.questions_to_xml_file([moocloze.Question("q", f"Choose. {field}")], "quiz.xml")
    text = ET.parse("quiz.xml").findtext("question/questiontext/text")
    inside, rest = re.search(r"\{\d+:\w+:(.*?)(?<!\\)\}(.*)", text).groups()
    choices = {}
    for choice in re.split(r"(?<!\\)~", inside):
        shown = re.split(r"(?<!\\)#", choice)[0]
        choices[shown.removeprefix("=")] = shown.startswith("=")
    print(f"{field} -> {choices}, beside the field {rest!r}")
    return choices, rest


plain = read(moocloze.Multichoice("He", ["zeros", "ones"]))
assert plain == ({"He": True, "ones": False, "zeros": False}, "")

choices, _ = read(moocloze.Multichoice("<= 0", ["== 0", ">= 0"]))
assert choices == {"<= 0": True, "= 0": True, ">= 0": False}, "it writes = otherwise now"

choices, rest = read(moocloze.Multichoice(r"\frac{2}{n}", ["n", r"\frac{1}{n}"]))
assert "n" not in choices and rest.endswith("~n}"), "it writes braces otherwise now"

choices, _ = read(moocloze.Multichoice("C#", ["Java"]))
assert choices == {"C": True, "Java": False}, "it writes # otherwise now"

choices, _ = read(moocloze.Multiresponse(["He"], ["~normal"]))
assert choices == {"He": True, "": False, "normal": False}, "it writes ~ otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: signs in answers are read as syntax"
