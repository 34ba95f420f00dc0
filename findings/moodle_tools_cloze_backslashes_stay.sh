#!/usr/bin/env bash
# moodle-tools 1.1.0 (Python 3.11): in the answers of a Cloze question every slash and backslash
# gets a backslash that Moodle does not take away: the right answer to "half of one" is 1\/2, and
# formulas are broken.
#
# Expected: what the YAML file says, after Moodle has read the question. Moodle's reader
# (question/type/multianswer) takes the backslash away before } and #, and nothing else. The package
# escapes slashes and backslashes too, and the backslashes last, so that those it has just put
# before } and # are doubled.
#
# Seen: a short answer 1/2 is written as 1\/2, which is then the text that a student has to type.
# The choice \(W^{(2)}\) is written as \\(W^{(2)\\}\\), which Moodle reads as \\(W^{(2)\}\\), and
# "no weights # at all" as \\#, which becomes \#. In the feedback of an answer, which is escaped
# otherwise, \(\frac{a}{b}\) comes through as it is. No message.
#
# Hurts: short answers with a slash, which are fractions, units and paths: nobody who types the
# right answer gets the points. Formulas among the choices are shown as text.
#
# What to do: give 0.5 as a second right answer or ask for a number, and put formulas into the text
# of the question; look at the XML for backslashes before importing it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet moodle-tools==1.1.0
cd "$folder"

cat > quiz.yml <<'YAML'
---
type: cloze
title: Fractions
category: numbers
question: 'Half of one is [["half"]], the second layer has [["weights"]].'
general_feedback: 'Both are in the first chapter.'
subquestions:
  half:
    type: shortanswer
    answers:
      - {answer: '1/2', points: 100, feedback: ''}
      - {answer: '0.5', points: 100, feedback: ''}
  weights:
    type: multichoice
    answers:
      - {answer: '\(W^{(2)}\)', points: 100, feedback: 'as in \(\frac{a}{b}\)'}
      - {answer: 'no weights # at all', points: 0, feedback: ''}
YAML
cat > seen.py <<'PYTHON'
import re
import xml.etree.ElementTree as ET

text = ET.parse("quiz.xml").find("question[@type='cloze']/questiontext/text").text
print(text)


def alternatives(kind):
    """Answers and feedback of a gap, with the backslash taken away before } and # only."""
    inside = re.search(rf"\{{:{kind}:(.*?)(?<!\\)\}}", text).group(1)
    parts = [re.split(r"(?<!\\)#", part) for part in re.split(r"(?<!\\)~", inside)]
    kept = [[re.sub(r"^%\d+%", "", one) for one in part] for part in parts]
    return [[re.sub(r"\\([}#])", r"\1", one) for one in part] for part in kept]


half, weights = alternatives("SHORTANSWER"), alternatives("MULTICHOICE")
print("read:", half, weights)
assert half == [[r"1\/2"], ["0.5"]], "a slash is written otherwise now"
(formula, feedback), (words,) = weights
assert formula == r"\\(W^{(2)\}\\)", "a formula is written otherwise now"
assert words == r"no weights \# at all", "a hash is written otherwise now"
assert feedback == r"as in \(\frac{a}{b}\)", "the feedback is written otherwise now"
PYTHON
"$folder/venv/bin/make-questions" --input quiz.yml --output quiz.xml
"$folder/venv/bin/python" seen.py
echo "as before: backslashes stay in the answers"
