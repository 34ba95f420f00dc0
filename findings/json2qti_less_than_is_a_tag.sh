#!/usr/bin/env bash
# json2qti 1.3.0 (Python 3.11): a "<" in a question or a choice begins a tag for the learning
# system: of the choices loss<previous and loss<first both are shown as "loss". And text in
# backticks leaves an element of its own in the XML, where QTI allows text only.
#
# Expected: the text as it stands. It is marked as text/html, so that it has to be escaped once for
# HTML and once more for XML. It is escaped once, and the paragraph's own tags once as well, so that
# the reader cannot tell them apart.
#
# Seen, read back as XML and then as HTML: loss<previous, loss<first and "w<b or w>b" are "loss",
# "loss" and "wb", while "w < 0" keeps its sign because of the blank. `w < 0` in backticks is an
# element <code> inside of <mattext>: what reads the element's text gets what stands before it, an
# open <p>. Exit code 0.
#
# Hurts: quizzes on programs and formulas: choices lose what tells them apart.
#
# What to do: blanks around < and >, no backticks, and a look at the imported quiz.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet json2qti==1.3.0
cd "$folder"

cat > quiz.json <<'JSON'
{"Steps": {
    "When was the step right?": ["loss<previous", "loss<first", "w<b or w>b", "w < 0"],
    "What is `w < 0`, in words?": ["w is negative", "w is small"]
}}
JSON
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser


def shown(html):
    """The text that is left of HTML, without tags."""
    parts = []
    reader = HTMLParser()
    reader.handle_data = parts.append
    reader.feed(html)
    reader.close()
    return "".join(parts)


with zipfile.ZipFile("quiz.zip") as package:
    (name,) = [name for name in package.namelist() if not name.endswith("meta.xml")]
    root = ET.fromstring(package.read(name))
spaces = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
steps, words = root.findall(".//q:item", spaces)
choices = [part.text for part in steps.findall(".//q:response_label//q:mattext", spaces)]
print(sorted(choices), sorted(map(shown, choices)))
assert all(part.startswith("<p>") and part.endswith("</p>") for part in choices)
assert sorted(map(shown, choices)) == ["loss", "loss", "w < 0", "wb"], "choices are written anew"

question = words.find("q:presentation/q:material/q:mattext", spaces)
print(question.get("texttype"), repr(question.text), [part.tag for part in question])
assert question.text == "<p>What is ", "backticks are treated otherwise now"
assert [part.tag.split("}")[1] for part in question] == ["code"]
PYTHON
"$folder/venv/bin/json2qti" quiz.json
"$folder/venv/bin/python" seen.py
echo "as before: what follows < is lost"
