#!/usr/bin/env bash
# mograder 0.3.16 (Python 3.11): `mograder moodle export hw2` writes the sum of the marks of all
# assignments in gradebook.db as the mark of hw2; and a mark that a late penalty has brought down to
# 0 is written without the penalty.
#
# Expected: the marks of the assignment that the command names. With the first one in the gradebook
# only they are right; its marks are added up over all assignments in the file afterwards. And the
# mark after the penalty is taken "if available", with `or`, to which 0 is no mark.
#
# Seen, in the worksheet for Moodle, where "Maximum grade" is 100: who has 60 in hw1 and 70 in hw2
# gets 130 for hw2, and 130 for hw1 if that is exported again. Who has 90 in hw1, late and so 45,
# and 80 in hw2, on time, gets 45 for hw2. 64 with a penalty of 100 %, which is saved as 0, is
# written as 64, and one of 95 % as 3. Exit code 0, no warning.
#
# Hurts: a course with a second assignment: its marks in Moodle are those of the whole term.
#
# What to do: give it the marks of the one assignment, after penalties, with --grades-csv, as a
# table of the columns student, mark and feedback.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mograder==0.3.16
export XDG_CONFIG_HOME="$folder/config" XDG_STATE_HOME="$folder/state" XDG_CACHE_HOME="$folder/cache"
cd "$folder"

cat > write.py <<'PYTHON'
import csv
import sys
from pathlib import Path

from mograder.grading.gradebook import Gradebook
from mograder.grading.penalties import compute_penalty

DAY = 24 * 60 * 60
MARKS = {  # by assignment and student: the mark, and days late
    "hw1": {"ada": (60, 0), "grace": (90, 10), "alan": (64, 20), "edsger": (64, 19)},
    "hw2": {"ada": (70, 0), "grace": (80, 0)},
}

Path("import").mkdir(exist_ok=True)
with Gradebook(Path("gradebook.db")) as book:
    for name in sys.argv[1:]:
        book.upsert_assignment(name)
        for student, (mark, days) in MARKS[name].items():
            book.save_manual_grade(name, student, mark)
            late = compute_penalty(mark, submission_time=(100 + days) * DAY, due_date=100 * DAY)
            if late.penalty_pct:
                book.save_penalty(name, student, late.penalty_pct, late.penalised_mark)
            print(f"{name}, {student}: {mark}, saved after penalties {late.penalised_mark}")
        fields = ["Identifier", "Full name", "Username", "Status", "Grade", "Maximum grade"]
        fields += ["Last modified (submission)", "Last modified (grade)", "Feedback comments"]
        with open(f"import/{name}.csv", "w", newline="") as file:
            rows = csv.DictWriter(file, fields)
            rows.writeheader()
            for number, student in enumerate(MARKS[name]):
                rows.writerow({"Identifier": f"Participant {number}", "Username": student})
PYTHON
cat > seen.py <<'PYTHON'
import csv
import sys

with open(f"export/{sys.argv[1]}.csv", newline="") as file:
    rows = {row["Username"]: row for row in csv.DictReader(file)}
grades = {student: row["Grade"] for student, row in rows.items()}
print(f"{sys.argv[1]} in Moodle:", grades)
assert {row["Maximum grade"] for row in rows.values()} == {"100"}
assert grades == dict(pair.split("=") for pair in sys.argv[2:]), "other marks are exported now"
PYTHON
python=$folder/venv/bin/python
"$python" write.py hw1
"$folder/venv/bin/mograder" moodle export hw1
"$python" seen.py hw1 ada=60 grace=45 alan=64 edsger=3
"$python" write.py hw2
for name in hw1 hw2; do
    "$folder/venv/bin/mograder" moodle export "$name"
done
"$python" seen.py hw1 ada=130 grace=45 alan=64 edsger=3
"$python" seen.py hw2 ada=130 grace=45
printf '%s\n' student,mark,feedback ada,70, grace,80, > marks.csv
"$folder/venv/bin/mograder" moodle export hw2 --grades-csv marks.csv
"$python" seen.py hw2 ada=70 grace=80
echo "as before: an assignment's export holds the sum of all, and a penalty of 100 % is lost"
