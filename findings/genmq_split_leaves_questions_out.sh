#!/usr/bin/env bash
# genmq 0.6.2 with pandas 2.3.3, Jinja2 3.1.6 and tqdm 4.67.1 (Python 3.11): when it splits a file of
# Moodle questions by size, the last questions are in none of the files.
#
# Expected: each question in one file; the README offers the split for sites that limit the size of
# an upload. The number of questions for a file is their number over that of the files, rounded
# down, and it ends after that number of files: what the rounding leaves is not written.
#
# Seen, for -z 1, that is at most 1 MB a file: of 8 questions of 0.35 MB, which make three files,
# each file has 2, and the last two questions are lost; of 12 such questions, in five files, two are
# lost as well, and of 9, in four files, one. Of 6, in three files, none is. The program prints that
# it writes three files and the number of questions for each, and ends with exit code 0.
#
# Hurts: question banks with pictures, which are what is too large: a part of the questions is never
# imported, and a quiz that draws from the category draws from fewer.
#
# What to do: count the questions in the files, or split by number with -q, and -f for as many files
# as the questions need.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet genmq==0.6.2 jinja2==3.1.6 tqdm==4.67.1 \
    numpy==2.4.6 pandas==2.3.3
cd "$folder"

cat > seen.py <<'PYTHON'
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

PICTURE = "A" * 350_000  # as long as a picture of that size in base64


def questions(path):
    """Names of the questions in a file."""
    return [one.findtext("name/text") for one in ET.parse(path).getroot().findall("question")]


def split(count, *options):
    """Names in each of the files that a bank of so many questions is split into."""
    quiz = ET.Element("quiz")
    for number in range(1, count + 1):
        one = ET.SubElement(quiz, "question", type="essay")
        ET.SubElement(ET.SubElement(one, "name"), "text").text = f"q{number}"
        ET.SubElement(ET.SubElement(one, "questiontext"), "text").text = PICTURE
    for old in Path().glob("bank*.xml"):
        old.unlink()
    ET.ElementTree(quiz).write("bank.xml", encoding="utf-8", xml_declaration=True)
    genmq = Path(sys.executable).with_name("genmq")
    subprocess.run([genmq, "-s", "bank.xml", *options], check=True, stderr=subprocess.DEVNULL)
    found = [questions(path) for path in sorted(Path().glob("bank-*.xml"))]
    written = sum(found, [])
    lost = [name for name in questions("bank.xml") if name not in written]
    print(f"{count} questions, {options}: {[len(one) for one in found]} in the files, lost {lost}")
    return [len(one) for one in found], lost


assert split(8, "-z", "1") == ([2, 2, 2], ["q7", "q8"]), "it splits otherwise now"
assert split(12, "-z", "1")[1] == ["q11", "q12"], "it splits otherwise now"
assert split(9, "-z", "1")[1] == ["q9"], "it splits otherwise now"
assert split(6, "-z", "1")[1] == []
assert split(8, "-q", "3", "-f", "3") == ([3, 3, 2], [])
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a split by size leaves the last questions out"
