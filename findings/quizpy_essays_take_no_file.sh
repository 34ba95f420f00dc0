#!/usr/bin/env bash
# quizpy 0.0.4 beside noodle-quiz 0.1.3 (Python 3.11): an essay that asks for a file has no field for
# one in Moodle: the elements that say so have names that Moodle does not read.
#
# Expected: `attachments` and `attachmentsrequired`, as Moodle's own export has them and noodle-quiz
# writes. quizpy writes `attachements` and `attachementsrequired`; its documentation says that a
# student must then submit a file before the answer. Unknown elements are passed over by Moodle, and
# what is missing is 0.
#
# Seen, for two files of which one is required: quizpy's XML has no attachments element, and two with
# an "e" more, with 2 and 1; in noodle-quiz's it is 2 and 1. With response_format="noinline", which
# takes the text field away and which quizpy allows with files only, nothing is left to answer with.
#
# Hurts: exercises that ask for a script, a notebook or the photo of a derivation: students cannot
# hand it in, and learn so in the exam.
#
# What to do: replace "attachements" by "attachments" in the exported file, and preview an essay.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet quizpy==0.0.4 noodle-quiz==0.1.3
cd "$folder"

cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET

import quizpy
from noodle_quiz.question_types import Essay

READ = ("attachments", "attachmentsrequired", "responseformat")

quiz = quizpy.Quiz()
quiz.add_category("essays").questions.append(
    quizpy.Essay(
        "training", "Hand in your notebook.", 4.0, response_format="noinline",
        attachements_required=True, max_attachements=2,
    )
)
quiz.export("quiz.xml")
mine = ET.parse("quiz.xml").find("question[@type='essay']")
other = ET.fromstring(
    str(Essay("training", "Hand in your notebook.", is_essay=False, allowed_files=2, required_files=1))
)
for name, essay in (("quizpy", mine), ("noodle-quiz", other)):
    written = [one.tag for one in essay if "attach" in one.tag]
    print(name, {tag: essay.findtext(tag) for tag in READ}, written)
assert [mine.findtext(tag) for tag in READ] == [None, None, "noinline"], "Moodle reads them now"
assert (mine.findtext("attachements"), mine.findtext("attachementsrequired")) == ("2", "1")
assert [other.findtext(tag) for tag in READ] == ["2", "1", "noinline"]
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: Moodle is not told of files"
