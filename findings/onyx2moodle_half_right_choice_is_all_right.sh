#!/usr/bin/env bash
# onyx2moodle 0.1.0 with lxml 6.0.2 (Python 3.11): a choice that is worth a part of the points in
# the QTI file is worth all of them in Moodle, and of a text with two gaps only the first is asked.
#
# Expected: the shares that `mapping` gives, as the converter's table of question types says nothing
# else, or an entry in the log of items that it skips. But of a mapped value it takes the sign only:
# each positive one becomes 100 % over the number of right answers, which is 1 here. Of several gaps
# the first becomes the field for an answer, and the others become "_____" in the text.
#
# Seen: He, Glorot and zeros, mapped to 1, 0.5 and 0 where one may be chosen, are worth 100, 100 and
# 0 percent. Of three right ones mapped to 2, 1 and 1 each is worth a third where half and quarters
# are meant. "A start with equal rows keeps the ___, one with zeros has the slope ___." accepts
# "symmetry" only, and "0" is nowhere in the file. Three questions written, none skipped, exit code
# 0.
#
# Hurts: question banks that move from OPAL to Moodle: who chooses the half-right answer has all
# points, and half of a question is not graded.
#
# What to do: look for `mappedValue` other than -1, 0 and 1, and for items with several
# textEntryInteraction, and write those by hand.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet onyx2moodle==0.1.0 lxml==6.0.2
cd "$folder"

cat > write.py <<'PYTHON'
import io
import zipfile

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="{name}" title="{name}"
 adaptive="false" timeDependent="false">{declarations}
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<itemBody><p>{body}</p>{interaction}</itemBody>
<responseProcessing
 template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>
</assessmentItem>"""


def declaration(identifier, kind, cardinality, right, mapping):
    """A responseDeclaration with right answers and the points of each."""
    values = "".join(f"<value>{value}</value>" for value in right)
    entries = "".join(f'<mapEntry mapKey="{k}" mappedValue="{v}"/>' for k, v in mapping.items())
    return (
        f'<responseDeclaration identifier="{identifier}" cardinality="{cardinality}"'
        f' baseType="{kind}"><correctResponse>{values}</correctResponse>'
        f'<mapping defaultValue="0">{entries}</mapping></responseDeclaration>'
    )


def choices(name, most, cardinality, right, mapping):
    """A question with choices, whose identifiers are their texts."""
    listed = "".join(f'<simpleChoice identifier="{k}">{k}</simpleChoice>' for k in mapping)
    return ITEM.format(
        name=name,
        declarations=declaration("RESPONSE_1", "identifier", cardinality, right, mapping),
        body="Which start fits?",
        interaction='<choiceInteraction responseIdentifier="RESPONSE_1" shuffle="false"'
        f' maxChoices="{most}">{listed}</choiceInteraction>',
    )


gap = '<textEntryInteraction responseIdentifier="RESPONSE_{}" expectedLength="9"/>'
items = {
    "one": choices("one", 1, "single", ["He"], {"He": 1, "Glorot": 0.5, "zeros": 0}),
    "three": choices("three", 0, "multiple", ["a", "b", "c"], {"a": 2, "b": 1, "c": 1, "d": 0}),
    "gaps": ITEM.format(
        name="gaps",
        declarations=declaration("RESPONSE_1", "string", "single", ["symmetry"], {"symmetry": 1})
        + declaration("RESPONSE_2", "string", "single", ["0"], {"0": 1}),
        body=f"A start with equal rows keeps the {gap.format(1)}, one with zeros has the slope"
        f" {gap.format(2)}.",
        interaction="",
    ),
}
with zipfile.ZipFile("bank.zip", "w") as outer:
    for name, text in items.items():
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as package:
            package.writestr("imsmanifest.xml", "<manifest/>")
            package.writestr(f"id{name}.xml", text)
        outer.writestr(f"Networks/Starts/{name}.zip", inner.getvalue())
PYTHON
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET

seen = {}
for question in ET.parse("bank.xml").iter("question"):
    if question.get("type") != "category":
        answers = question.findall("answer")
        shares = {part.findtext("text"): float(part.get("fraction")) for part in answers}
        seen[question.findtext("name/text")] = shares
        print(question.findtext("name/text"), question.findtext("questiontext/text"), shares)
third = 33.3333333
assert seen["one"] == {"He": 100, "Glorot": 100, "zeros": 0}, "a part of the points counts now"
assert seen["three"] == {"a": third, "b": third, "c": third, "d": 0}, "mapped points count now"
assert seen["gaps"] == {"symmetry": 100}, "the second gap has an answer now"
PYTHON
"$folder/venv/bin/python" write.py
"$folder/venv/bin/onyx2moodle" convert bank.zip -o bank.xml --work work > said
cat said
grep --quiet "Wrote 3 questions" said
grep --quiet "Skipped 0 items" said
"$folder/venv/bin/python" seen.py
echo "as before: each positive share is a whole one, and the second gap is lost"
