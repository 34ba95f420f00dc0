#!/usr/bin/env bash
# tracklms-to-qti-results 0.2.1 (Python 3.11): where a gap of a cloze was left empty, the answers
# after it stand one gap further to the front; and a choice that was left open ends the conversion.
#
# Expected: an empty value for the gap, since the response is declared as ordered, and its values
# are to be compared with those of the right answer one by one; and a response without a value for
# an open choice, which QTI has. Empty parts of the answer are dropped.
#
# Seen, for three gaps with He, Xavier and LeCun, of which the last two are filled in rightly, with
# 2 points: the candidate's values are Xavier and LeCun, beside He, Xavier and LeCun as right ones,
# so that not one agrees with its place. A choice without an answer, with 0 points, is "Invalid
# question format.", and no result of anybody is written.
#
# Hurts: who recomputes scores from the results, or asks which gap was hard: the wrong gaps are.
#
# What to do: put a word such as "-" into empty parts and 0 into open choices of the CSV file.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tracklms-to-qti-results==0.2.1
cd "$folder"

cat > seen.py <<'PYTHON'
import csv
import io
import xml.etree.ElementTree as ET

from tracklms_to_qti_results import ConversionError, convert_csv_text_to_qti_results

# The exported table misspells one of its headers.
EXPORTED = {
    "classId": 1, "className": "Networks", "traineeId": 7, "account": "s7@example.org",
    "traineeName": "Student 7", "traineeKlassId": 3, "matrerialId": 4, "materialTitle": "Starts",
    "materialType": "Quiz", "MaterialVersionNumber": 1, "resultId": 99, "status": "Completed",
    "endAt": "2026/03/02 12:00:00", "id": 5,
}


def seen(right, answer, score):
    """The values of the right answer and of the candidate's, for one question."""
    row = EXPORTED | {"q1/correct": right, "q1/answer": answer, "q1/score": score}
    table = io.StringIO()
    rows = csv.DictWriter(table, row)
    rows.writeheader()
    rows.writerow(row)
    (document,) = convert_csv_text_to_qti_results(table.getvalue())
    root = ET.fromstring(document.xml)
    (item,) = [part for part in root.iter() if part.tag.endswith("}itemResult")]
    (response,) = [part for part in item if part.tag.endswith("}responseVariable")]
    assert response.get("cardinality") == "ordered"
    return [[value.text for value in values] for values in response]


STARTS = ["He", "Xavier", "LeCun"]
GAPS = " and ".join("${" + start + "}" for start in STARTS)
assert seen(GAPS, "He;Xavier;LeCun", 3) == [STARTS, STARTS]
right, candidate = seen(GAPS, ";Xavier;LeCun", 2)
print("right:", right, "candidate:", candidate)
assert right == STARTS and candidate == STARTS[1:], "the empty gap is kept now"
try:
    seen("2", "", 0)
except ConversionError as error:
    print("an open choice:", error)
else:
    raise AssertionError("an open choice is converted now")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: empty gaps close"
